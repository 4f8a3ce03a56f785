import { readShipped } from "/work/wt/nowx/test/kit/shipped.ts";
import { heardIn } from "/work/wt/nowx/src/respond/sentence.ts";
const { catalog } = readShipped();
for (const t of process.argv.slice(2)) { const h = heardIn(catalog, t); console.log(t, h.said.map(({clause,...s})=>JSON.stringify(s)).join(" "), " >>> ", h.unheard); }
