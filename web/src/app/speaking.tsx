/** The reader's language, for every part of the page, and links that keep it. */
import { type AnchorHTMLAttributes, createContext, type ReactNode, useContext, useMemo } from "react";
import { type Both, type Lang, type WordsOf, wordsIn } from "../../../src/report/index.ts";
import { addressOf, type Route } from "./route.ts";

const LangContext = createContext<Lang>("en");
export const LangProvider = LangContext.Provider;

export const useLang = (): Lang => useContext(LangContext);

/** One language's column of a table of words, as `both` has made it. */
export function useWords<Table extends Readonly<Record<string, Both<unknown>>>>(
  table: Table,
): WordsOf<Table> {
  const lang = useLang();
  return useMemo(() => wordsIn(table, lang), [table, lang]);
}

interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> {
  readonly to: Route;
  readonly children: ReactNode;
}

/** A link within the page, in the language it is read in. */
export function Link({ to, children, ...rest }: LinkProps) {
  const lang = useLang();
  return (
    <a {...rest} href={addressOf({ lang, route: to })}>
      {children}
    </a>
  );
}
