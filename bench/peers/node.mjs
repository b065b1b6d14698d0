// Segments as lines of JSON {source, target} on stdin; for each a line on stdout: 1 if the tool alarms, else 0.
// node node.mjs harper|write-good|textlint
import { createInterface } from "node:readline";

const tools = {
  // Harper calls nearly every Japanese name misspelled: spelling is left out, to its advantage here.
  async harper() {
    const { LocalLinter } = await import("harper.js");
    const { binary } = await import("harper.js/binary");
    const linter = new LocalLinter({ binary });
    await linter.setup();
    return async ({ target }) => (await linter.lint(target)).some((lint) => lint.lint_kind() !== "Spelling");
  },
  async "write-good"() {
    const { default: writeGood } = await import("write-good");
    return async ({ target }) => writeGood(target).length > 0;
  },
  async textlint() {
    const { createLinter } = await import("textlint");
    const { TextlintKernelDescriptor } = await import("@textlint/kernel");
    const { default: text } = await import("@textlint/textlint-plugin-text");
    const { default: preset } = await import("textlint-rule-preset-japanese");
    const rules = Object.entries(preset.rules).map(([ruleId, rule]) => ({
      ruleId, rule: rule.default ?? rule, options: preset.rulesConfig[ruleId] ?? true,
    }));
    const plugins = [{ pluginId: "text", plugin: text.default ?? text, options: true }];
    const linter = createLinter({ descriptor: new TextlintKernelDescriptor({ rules, plugins, filterRules: [] }) });
    return async ({ target }) => (await linter.lintText(target, "a.txt")).messages.length > 0;
  },
};

const alarms = await tools[process.argv[2]]();
for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write((await alarms(JSON.parse(line))) ? "1\n" : "0\n");
}
