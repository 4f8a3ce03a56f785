/**
 * Which language the page speaks: what the address says (`#zh`), else what the browser prefers. The choice lives in the
 * address alone, so that nothing is left behind on a borrowed phone and a link can be passed on as it was read.
 */
import { useEffect, useState } from "react";
import { type Lang, langs } from "../../src/report/index.ts";

export function languageOf(hash: string, preferred: readonly string[]): Lang {
  const stated = langs.find((lang) => hash === `#${lang}`);
  if (stated !== undefined) return stated;
  const first = preferred.find((tag) => /^(zh|en)\b/i.test(tag)) ?? "en";
  return first.toLowerCase().startsWith("zh") ? "zh" : "en";
}

/** As a browser wants it in `lang`: Simplified Chinese is what the texts are written in. */
export const languageTag = (lang: Lang): string => (lang === "zh" ? "zh-Hans" : "en");

export function useLanguage(): readonly [Lang, (lang: Lang) => void] {
  const read = () => languageOf(location.hash, navigator.languages);
  const [lang, setLang] = useState(read);
  useEffect(() => {
    const onHash = () => setLang(read());
    addEventListener("hashchange", onHash);
    return () => removeEventListener("hashchange", onHash);
  });
  return [
    lang,
    (chosen) => {
      history.replaceState(null, "", `#${chosen}`);
      setLang(chosen);
    },
  ];
}
