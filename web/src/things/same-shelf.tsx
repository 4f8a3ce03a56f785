/** Which passwords and PINs are the same as which, without asking for one of them. */
import { useMemo, useState } from "react";
import { both, marks } from "../../../src/report/index.ts";
import { Combobox } from "./combobox.tsx";
import { sameSecret } from "./edit.ts";
import { joined } from "./labels.ts";
import { Name } from "./name.tsx";
import { secretsOf } from "./same-secrets.ts";
import type { Findable } from "./search.ts";
import { Shelf } from "./shelf.tsx";
import { useThings } from "./things-context.tsx";
import { secretWords } from "./words.ts";

const none: readonly (readonly string[])[] = [];

export function SameShelf() {
  const { document, services, lang, words, label, edit } = useThings();
  const [begun, begin] = useState<string | undefined>();
  const groups = document["same-secret"] ?? none;
  const items = useMemo(() => {
    const taken = new Set(groups.flat());
    return secretsOf(document, services)
      .filter(({ word }) => !taken.has(word))
      .map(
        ({ thing, word }): Findable => ({
          id: word,
          names: [sayWord(word, label, lang)],
          group: thing.split(".", 1)[0] ?? "",
          isFar: false,
          isStandIn: false,
          order: 0,
        }),
      );
  }, [document, services, groups, label, lang]);
  const say = (word: string) => sayWord(word, label, lang);
  const change = (next: (known: readonly (readonly string[])[]) => readonly (readonly string[])[]) =>
    edit((known) => sameSecret(known, next(known["same-secret"] ?? none)));
  const picker = (text: string, left: readonly Findable[], onPick: (word: string) => void) => (
    <Combobox
      label={text}
      placeholder={words.searchPlain}
      items={left}
      groupName={(group) =>
        group === "sim" ? words.line : group in words ? String(words[group as "card"]) : group
      }
      show={({ names }) => <Name>{names[0] ?? ""}</Name>}
      onPick={({ id }) => onPick(id)}
    />
  );
  const summary = groups.map((group) => words.group(group.length)).join(" · ");
  return (
    <Shelf name="same" title={words.same} lead={words.sameLead} summary={summary}>
      {begun !== undefined ? (
        picker(
          `${joined(say(begun), "", lang)}: ${words.groupOne}`,
          items.filter(({ id }) => id !== begun),
          (word) => {
            begin(undefined);
            change((known) => [[begun, word], ...known]);
          },
        )
      ) : items.length === 0 && groups.length === 0 ? (
        <p className="hint">{words.noSecrets}</p>
      ) : (
        picker(words.newGroup, items, begin)
      )}
      {groups.map((group, at) => (
        <fieldset className="same-group" key={group[0]}>
          <legend>{words.group(group.length)}</legend>
          <ul className="chips">
            {group.map((word) => (
              <li key={word} className="chip">
                <Name>{say(word)}</Name>
                <button
                  type="button"
                  aria-label={words.takeOut(say(word))}
                  onClick={() =>
                    change((known) =>
                      known.map((each, i) => (i === at ? each.filter((other) => other !== word) : each)),
                    )
                  }
                >
                  ×
                </button>
              </li>
            ))}
          </ul>
          {picker(words.andAlso, items, (word) =>
            change((known) => known.map((each, i) => (i === at ? [...each, word] : each))),
          )}
        </fieldset>
      ))}
    </Shelf>
  );
}

const other = both("secret", "密码");

/** `card.icbc-debit.pin` → “ICBC debit card: card PIN”. */
function sayWord(word: string, label: (id: string) => string, lang: "en" | "zh"): string {
  const [kind = "", name = "", secret = ""] = word.split(".");
  const what = (secretWords[`${kind}.${secret}`] ?? other)[lang];
  return `${label(`${kind}.${name}`)}${marks[lang].colon}${what}`;
}
