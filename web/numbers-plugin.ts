/**
 * Lays the numbers to call at once into the document: as links, which the page takes the place of when it is there, and
 * as values, from which the page draws its own.
 */
import type { Plugin } from "vite";
import type { AtOnce, CallList } from "./src/home/numbers.ts";

export function numbers(read: () => CallList): Plugin {
  return {
    name: "chainbreak-numbers",
    transformIndexHtml: (html) => {
      if (!html.includes("<!-- numbers -->")) return html; // A page that has no place for them.
      const list = read();
      const json = JSON.stringify(list).replaceAll("<", "\\u003c");
      return html
        .replace("<!-- numbers -->", callNow(list))
        .replace("</head>", `<script type="application/json" id="numbers">${json}</script></head>`);
    },
  };
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

const links = (list: readonly AtOnce[]): string =>
  list
    .map(
      ({ name, tel }) =>
        `<li><a href="tel:${escaped(tel)}"><span lang="zh-Hans">${escaped(name.zh)}</span> <span>${escaped(name.en)}</span> <strong>${escaped(tel)}</strong></a></li>`,
    )
    .join("");

const callNow = ({ carriers, money, police }: CallList): string => `<div class="home">
<section class="home-happening">
<h1><span lang="zh-Hans">手机刚被偷？先停号码，再挂失银行卡。</span> Phone just stolen? Stop the number first, then block the cards.</h1>
<ul class="home-numbers">${links(carriers)}</ul>
<ul class="home-numbers">${links(police)}</ul>
<ul class="home-numbers">${links(money)}</ul>
<p lang="zh-Hans">以上是中国大陆的电话。别家银行的电话印在卡背面，别打搜来的号码。</p>
<p>These are numbers in mainland China. Other banks: the number is on the back of the card; use none you searched for.</p>
</section>
</div>`;
