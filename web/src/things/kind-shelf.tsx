/** The section of one kind of thing: a new one is added above, what is there stands below, the newest first. */
import { useState } from "react";
import { marks } from "../../../src/report/index.ts";
import { AddService } from "./add-service.tsx";
import {
  type Added,
  addAccount,
  addCard,
  addDevice,
  addDocument,
  addLine,
  addMailbox,
  type CardKind,
  type DeviceKind,
} from "./adding.ts";
import type { Described } from "./describe-service.tsx";
import { bodyOf, type EntryKind, type PersonDocument, type ThingId, thingsOf } from "./document.ts";
import { Name } from "./name.tsx";
import { Pill, Pills } from "./question-field.tsx";
import { isOpen, moneyOf, takesCards } from "./questions.ts";
import { bare } from "./search.ts";
import { Shelf } from "./shelf.tsx";
import { TextField } from "./text-field.tsx";
import { ThingLine } from "./thing-line.tsx";
import { useThings } from "./things-context.tsx";
import { sayValue } from "./value-words.ts";
import { cardKinds, deviceKinds, documentKinds } from "./words.ts";

export function KindShelf({ kind }: { readonly kind: EntryKind }) {
  const { document, words, label, lang, asked } = useThings();
  const things = thingsOf(document, kind);
  const isOfKind = new Set(things);
  const open = asked.filter(
    (question) => isOfKind.has(question.of.replace(/^sim\./, "line.")) && isOpen(document, question),
  ).length;
  const names = things.slice(0, 3).map(label).join(marks[lang].list);
  const rest = things.length - 3;
  const summary = rest > 0 ? words.namesAndMore({ names, rest }) : names || words.nothingHangs;
  return (
    <Shelf name={kind} title={words[kind]} lead={words[`${kind}Lead`]} summary={summary} open={open}>
      <Adding kind={kind} />
      <ThingList things={things} />
    </Shelf>
  );
}

/** More than these are shown when asked for. */
const shownMax = 24;

export function ThingList({ things }: { readonly things: readonly ThingId[] }) {
  const { label, words, thing } = useThings();
  const [wanted, setWanted] = useState("");
  const [isWhole, setWhole] = useState(false);
  const isLong = things.length > shownMax;
  const newest = things.toReversed();
  const found = wanted === "" ? newest : newest.filter((id) => bare(label(id)).includes(bare(wanted)));
  const shown = isWhole ? found : found.slice(0, shownMax);
  // What is open stays to be seen, wherever it stands in the list.
  const opened = thing !== undefined && things.includes(thing) && !shown.includes(thing) ? [thing] : [];
  return (
    <>
      {isLong ? (
        <TextField label={words.filter} value={wanted} onDone={setWanted} onText={setWanted} />
      ) : null}
      <ul className="things">
        {[...opened, ...shown].map((id) => (
          <ThingLine key={id} id={id} />
        ))}
      </ul>
      {found.length === 0 && wanted !== "" ? <p className="hint">{words.noneFound}</p> : null}
      {found.length > shown.length ? (
        <button type="button" className="quiet-button" onClick={() => setWhole(true)}>
          {words.showAll(found.length)}
        </button>
      ) : null}
    </>
  );
}

/** Adds with what is chosen; the new thing is opened, and the field keeps the focus for the next. */
export function Adding({ kind, of }: { readonly kind: EntryKind; readonly of?: string }) {
  const { document, services, words, label, lang, edit, openThing } = useThings();
  const [device, setDevice] = useState<DeviceKind>("phone");
  const [card, setCard] = useState<CardKind>("debit");
  const add = (adding: (known: PersonDocument) => Added, name?: string) => {
    const { id } = adding(document);
    edit((known) => adding(known).document, words.added(name ?? label(id)));
    openThing(id);
  };
  const kinds = <Value extends string>(
    values: readonly Value[],
    of: "device" | "card",
    chosen: Value,
    choose: (value: Value) => void,
  ) => (
    <Pills title={words.whatKind}>
      {(name) =>
        values.map((value) => (
          <Pill key={value} name={name} isChosen={chosen === value} onChoose={() => choose(value)}>
            {sayValue({ kind: of, key: "kind", from: "attribute" }, value, lang)}
          </Pill>
        ))
      }
    </Pills>
  );
  const serviceNamed = (id: string | undefined, described: Described | undefined) =>
    described?.called ?? (id === undefined ? undefined : services.get(id)?.name[lang]);
  switch (kind) {
    case "device":
      return (
        <div className="adding">
          {of === undefined ? kinds(deviceKinds, "device", device, setDevice) : null}
          <AddService
            kind="device"
            label={words.addDevice}
            onPick={(vendor) =>
              add(
                (known) => addDevice(known, { kind: device, vendor, of }),
                serviceNamed(vendor, undefined) ??
                  sayValue({ kind, key: "kind", from: "attribute" }, device, lang),
              )
            }
          />
        </div>
      );
    case "line":
      return (
        <div className="adding">
          <AddService
            kind="line"
            label={words.addLine}
            onPick={(carrier = "any-carrier", described) =>
              add(
                (known) => addLine(known, { carrier, of, called: described?.called }),
                serviceNamed(carrier, described),
              )
            }
          />
        </div>
      );
    case "card":
      return (
        <div className="adding">
          {kinds(cardKinds, "card", card, setCard)}
          <AddService
            kind="card"
            label={words.addCard}
            onPick={(bank = "any-bank", described) =>
              add(
                (known) => addCard(known, { bank, kind: card, called: described?.called }),
                serviceNamed(bank, described),
              )
            }
          />
        </div>
      );
    case "account":
      return (
        <div className="adding">
          <AddService
            kind="account"
            label={words.addAccount}
            onPick={(service, described) =>
              service === undefined
                ? undefined
                : add(
                    (known) => addAccount(known, accountOf(service, described, services.get(service)?.kind)),
                    serviceNamed(service, described),
                  )
            }
          />
        </div>
      );
    case "mailbox":
      return (
        <div className="adding">
          <AddService
            kind="mailbox"
            label={words.addMailbox}
            onPick={(service = "any-mail", described) =>
              add(
                (known) => addMailboxAt(known, service, described, services.get(service)?.kind),
                serviceNamed(service, described),
              )
            }
          />
        </div>
      );
    case "document":
      return (
        <div className="adding buttons">
          <span>{words.addDocument}</span>
          {documentKinds.map((each) => (
            <button
              key={each}
              type="button"
              className="quiet-button"
              onClick={() =>
                add(
                  (known) => addDocument(known, { kind: each }),
                  sayValue({ kind, key: "kind", from: "attribute" }, each, lang),
                )
              }
            >
              <Name>{sayValue({ kind, key: "kind", from: "attribute" }, each, lang)}</Name>
            </button>
          ))}
        </div>
      );
  }
}

function accountOf(service: string, described: Described | undefined, kind: string | undefined) {
  return {
    service,
    called: described?.called,
    settings: described?.settings,
    facts: { takesCards: takesCards(kind) && kind !== undefined, money: moneyOf[kind ?? ""] ?? [] },
  };
}

/** A mailbox is read by whoever is in its account; the account comes with it where it is not there yet. */
function addMailboxAt(
  document: PersonDocument,
  service: string,
  described: Described | undefined,
  kind: string | undefined,
): Added {
  const free = thingsOf(document, "account").find(
    (id) =>
      bodyOf(document, id)?.["service"] === service &&
      !thingsOf(document, "mailbox").some(
        (box) => `account.${String(bodyOf(document, box)?.["account"])}` === id,
      ),
  );
  if (free !== undefined) return addMailbox(document, { account: free });
  const added = addAccount(document, accountOf(service, described, kind));
  return addMailbox(added.document, { account: added.id });
}
