// One peer reads all mails of a JSONL file in one process: node peer.mjs NAME FILE. Prints how much it found.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const [name, file, home] = process.argv.slice(2);
const require = createRequire(join(home, "package.json"));
const from = (module) => import(require.resolve(module));

const peers = {
  async "write-good"() {
    const { default: writeGood } = await from("write-good");
    return (text) => writeGood(text).length;
  },
  async alex() {
    const { text } = await from("alex");
    return (mail) => text(mail).messages.length;
  },
  async textlint() {
    const { TextlintKernel } = await from("@textlint/kernel");
    const { default: plugin } = await from("@textlint/textlint-plugin-text");
    const { default: rule } = await from("textlint-rule-write-good");
    const kernel = new TextlintKernel();
    const options = {
      ext: ".txt",
      plugins: [{ pluginId: "text", plugin: plugin.default ?? plugin }],
      rules: [{ ruleId: "write-good", rule: rule.default ?? rule }],
    };
    return async (text) => (await kernel.lintText(text, options)).messages.length;
  },
};

const lint = await peers[name]();
let found = 0;
for (const line of readFileSync(file, "utf8").trim().split("\n")) found += await lint(JSON.parse(line).text);
console.log(found);
