// Judges pages in a real browser: html-validate for the source; for the page as people see it axe-core, its width at
// 320 pixels, and whatever it tried to load, run or open. Prints one JSON object: page → list of findings.
//   node pages.mjs [--shots FOLDER] [--hostile] PAGE…
// With --hostile the pages are only opened and poked: their words are meant to be ugly.
import { mkdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import puppeteer from "puppeteer-core";

const AXE = readFileSync(fileURLToPath(new URL("./node_modules/axe-core/axe.min.js", import.meta.url)), "utf8");
const WIDTHS = [320, 360, 768, 1440, 2560];
const STYLES = ["light", "dark", "print"];
const QUIET = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

const validator = new HtmlValidate(new StaticConfigLoader({
  extends: ["html-validate:recommended"],
  rules: {
    // The headline's words and the telephone numbers in a text are the editor's, not the page's.
    "tel-non-breaking": "off",
  },
}));

async function validated(path) {
  const report = await validator.validateString(readFileSync(path, "utf8"));
  return report.results.flatMap((result) =>
    result.messages.map((m) => `html-validate ${m.ruleId}, line ${m.line}: ${m.message}`));
}

async function accessible(page, style) {
  await page.evaluate(AXE);
  const result = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return result.violations.map((v) =>
    `axe ${v.id} (${style}): ${v.help}: ${v.nodes.slice(0, 2).map((node) => node.html.slice(0, 120)).join(" | ")}`);
}

async function emulate(page, style) {
  // Either call forgets what the other said.
  if (style === "print") await page.emulateMediaType("print");
  else await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: style }]);
}

async function seen(browser, path, shots) {
  const findings = [];
  const page = await browser.newPage();
  const address = pathToFileURL(path).href;
  page.on("dialog", async (dialog) => { findings.push(`ran: ${dialog.message()}`); await dialog.dismiss(); });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !url.startsWith("data:")) findings.push(`asked for ${url.slice(0, 200)}`);
  });
  page.on("popup", () => findings.push("opened a window"));
  await page.evaluateOnNewDocument(() => { for (const f of ["alert", "confirm", "prompt"]) window[f] = () => console.error(`ran ${f}`); });
  page.on("console", (message) => { if (message.text().startsWith("ran ")) findings.push(message.text()); });
  await page.goto(address);
  await page.setViewport({ width: 320, height: 800 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  const isStyled = await page.evaluate(() => document.querySelector("style") !== null);
  if (wide > 320 && isStyled && !hostile) findings.push(`wider than the screen: ${wide} pixels at 320`);
  await poke(page);
  for (const style of STYLES) {
    await emulate(page, style);
    if (style !== "print" && !hostile) findings.push(...await accessible(page, style));
    for (const width of shots ? WIDTHS : []) await shoot(page, path, shots, width, style);
  }
  await page.close();
  return findings;
}

// Every element gets what a reader's mouse and keys could do to it, but for following a link out of the page.
async function poke(page) {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll("body *")) {
      for (const name of ["mouseover", "focus", "click", "keydown", "pointerenter", "load", "error", "toggle"]) {
        const event = new Event(name, { bubbles: true, cancelable: true });
        if (!(name === "click" && element.closest("a"))) element.dispatchEvent(event);
      }
    }
  });
}

async function shoot(page, path, shots, width, style) {
  await page.setViewport({ width, height: 900 });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewport({ width, height });  // Chromium's own full page begins elsewhere where text runs to the left
  await page.screenshot({ path: join(shots, `${basename(path, ".html")}-${width}-${style}.png`) });
}

const given = process.argv.slice(2);
const shots = given[0] === "--shots" ? given.splice(0, 2)[1] : "";
if (shots) mkdirSync(shots, { recursive: true });
const hostile = given[0] === "--hostile" && Boolean(given.shift());
const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: QUIET });
const verdicts = {};
for (const path of given) {
  verdicts[path] = [...(hostile ? [] : await validated(path)), ...await seen(browser, path, shots)];
}
await browser.close();
console.log(JSON.stringify(verdicts));
