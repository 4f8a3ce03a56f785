/** A few pieces of plain HTML that print well: no script, no request, everything in one file. */

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

export const tag = (name: string, content: string): string => `<${name}>${content}</${name}>`;
export const paragraph = (text: string): string => tag("p", escaped(text));
export const list = (items: readonly string[]): string =>
  items.length === 0 ? "" : `<ul>\n${items.map((item) => tag("li", escaped(item))).join("\n")}\n</ul>`;

export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const head = heads.map((each) => `<th scope="col">${escaped(each)}</th>`).join("");
  const body = rows
    .map((row) => `<tr>${row.map((cell) => tag("td", escaped(cell))).join("")}</tr>`)
    .join("\n");
  return `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>`;
}

const style = `
body { font-family: system-ui, "Noto Sans", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif;
  max-width: 60rem; margin: 2rem auto; padding: 0 1rem; line-height: 1.6; color: #111; background: #fff; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; border-bottom: 1px solid #bbb; }
table { border-collapse: collapse; width: 100%; font-size: 0.9rem; } th, td { text-align: left; vertical-align: top;
  border-bottom: 1px solid #ddd; padding: 0.3rem 0.5rem; overflow-wrap: anywhere; } thead { display: table-header-group; }
tr { break-inside: avoid; } .hash { font-family: ui-monospace, monospace; font-size: 0.75rem; }
@media print { body { margin: 0; max-width: none; font-size: 10.5pt; } h2 { break-after: avoid; } @page { size: A4; margin: 18mm; } }`;

export const page = (lang: "en" | "zh", title: string, body: readonly string[]): string =>
  `<!doctype html>
<html lang="${lang === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}
</style>
</head>
<body>
<h1>${escaped(title)}</h1>
${body.filter((part) => part !== "").join("\n")}
</body>
</html>
`;
