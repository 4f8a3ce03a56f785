/**
 * What hangs on what, growing as things are added. Where there is room it is drawn: numbers, phones and mailboxes in
 * the middle, cards left, accounts right, lines for whose codes and links go where. Elsewhere, and for whoever reads by ear, the
 * same is a nested list. What is open on the page is lit.
 */
import { useMemo } from "react";
import type { ThingId } from "./document.ts";
import { serviceKinds } from "./labels.ts";
import { Name } from "./name.tsx";
import {
  type Box,
  boxHeight,
  type Hanging,
  hangings,
  type Picture,
  type Placed,
  phonesWith,
  pictureOf,
  placesOf,
} from "./picture.ts";
import { type Things, useThings } from "./things-context.tsx";
import { sayValue } from "./value-words.ts";
import "./picture.css";

export function PictureView() {
  const { document, services, words } = useThings();
  const picture = useMemo(() => pictureOf(document, services), [document, services]);
  const isEmpty = picture.columns.every((column) => column.length === 0);
  return (
    <section className="picture" aria-labelledby="picture">
      <h2 id="picture">{words.picture}</h2>
      {isEmpty ? (
        <p className="hint">{words.pictureEmpty}</p>
      ) : (
        <>
          <p className="hint picture-lead">{words.pictureLead}</p>
          <Drawn picture={picture} />
          <Told picture={picture} />
        </>
      )}
    </section>
  );
}

/** Left edge and width of the columns, in hundredths of the whole. */
const columns = [
  { left: 0, width: 28 },
  { left: 36, width: 28 },
  { left: 72, width: 28 },
] as const;

function Drawn({ picture }: { readonly picture: Picture }) {
  const things = useThings();
  const { boxes, height } = useMemo(() => placesOf(picture), [picture]);
  const placed = new Map(boxes.map((box) => [box.key, box]));
  const lit = boxes.find(
    ({ things: those }) => things.thing !== undefined && those.includes(things.thing),
  )?.key;
  return (
    <div className="drawn" aria-hidden="true" style={{ height }}>
      <svg className="hangings" aria-hidden="true" viewBox={`0 0 100 ${height}`} preserveAspectRatio="none">
        {picture.lines.map((line) => (
          <Line
            key={`${line.from} ${line.to}`}
            line={line}
            from={placed.get(line.from)}
            to={placed.get(line.to)}
            isLit={lit !== undefined && (line.from === lit || line.to === lit)}
          />
        ))}
      </svg>
      {boxes.map((box) => {
        const { left, width } = columns[box.column] ?? columns[0];
        const note = noteOf(things, box);
        return (
          <div
            key={box.key}
            data-kind={box.kind}
            className={`box${box.key === lit ? " lit" : ""}${box.things.length > 1 ? " many" : ""}`}
            style={{ left: `${left}%`, width: `${width}%`, top: box.top, height: boxHeight }}
          >
            <span className={note === undefined ? "box-name tall" : "box-name"}>
              <Name>{nameOf(things, box)}</Name>
            </span>
            {note === undefined ? null : (
              <span className="box-note">
                <Name>{note}</Name>
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
}

interface LineProps {
  readonly line: Hanging;
  readonly from: Placed | undefined;
  readonly to: Placed | undefined;
  readonly isLit: boolean;
}

function Line({ line, from, to, isLit }: LineProps) {
  if (from === undefined || to === undefined) return null;
  const [a, b] = [columns[from.column] ?? columns[0], columns[to.column] ?? columns[0]];
  const isBack = to.column < from.column;
  const [x1, y1] = [isBack ? a.left : a.left + a.width, from.top + boxHeight / 2];
  const [x2, y2] = [isBack ? b.left + b.width : b.left, to.top + boxHeight / 2];
  const bend = (x2 - x1) / 2;
  return (
    <path
      className={`hanging${line.isGuess ? " guess" : ""}${isLit ? " lit" : ""}`}
      d={`M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`}
    />
  );
}

function nameOf({ label, lang, words }: Things, { things, group, kind }: Box): string {
  const [first = ""] = things;
  if (group === undefined) return label(first);
  if (kind === "account") return serviceKinds[group]?.[lang] ?? group;
  return sayValue({ kind, key: "kind", from: "attribute" }, group, lang) || words[kind];
}

function noteOf({ document, label, words }: Things, { things, group, kind }: Box): string | undefined {
  const [first] = things;
  if (group !== undefined) return words.howMany(things.length);
  if (kind !== "line" || first === undefined) return undefined;
  const [phone] = phonesWith(document, first);
  return phone === undefined ? undefined : words.inPhone(label(phone));
}

/** The same in words: each number and mailbox with what hangs on it, then what hangs on nothing. */
function Told({ picture }: { readonly picture: Picture }) {
  const things = useThings();
  const { document, words, thing } = things;
  const hanging = useMemo(() => hangings(document), [document]);
  const on = Map.groupBy(hanging, (each) => each.on);
  const hung = new Set(hanging.map((each) => each.thing));
  const roots = picture.columns
    .flat()
    .flatMap(({ kind, key }) => (kind === "line" || kind === "mailbox" ? [key] : []));
  const alone = picture.columns
    .flat()
    .filter(
      (box) => box.kind !== "line" && box.kind !== "mailbox" && !box.things.some((each) => hung.has(each)),
    );
  return (
    <ul className="told">
      {roots.map((root) => {
        const box: Box = { key: root, kind: root.startsWith("line.") ? "line" : "mailbox", things: [root] };
        const note = noteOf(things, box);
        return (
          <li key={root} className={`told-root${thing === root ? " lit" : ""}`}>
            <span className="told-name">
              <Name>{things.label(root)}</Name>
            </span>
            {note === undefined ? null : (
              <span className="told-note">
                {" "}
                <Name>{note}</Name>
              </span>
            )}
            <span className="told-what">{box.kind === "line" ? words.codesFor : words.linksFor}</span>
            <Leaves hanging={on.get(root) ?? []} picture={picture} />
          </li>
        );
      })}
      {alone.length === 0 ? null : (
        <li className="told-root">
          <span className="told-name">{words.alone}</span>
          <ul className="told-leaves">
            {alone.map((box) => (
              <Leaf key={box.key} box={box} isGuess={false} />
            ))}
          </ul>
        </li>
      )}
    </ul>
  );
}

interface LeavesProps {
  readonly hanging: readonly { readonly thing: ThingId; readonly isGuess: boolean }[];
  readonly picture: Picture;
}

/** Grouped as they are drawn: of two hundred accounts each kind is one line with its number. */
function Leaves({ hanging, picture }: LeavesProps) {
  const { words } = useThings();
  if (hanging.length === 0) return <span className="told-none">{words.nothingHangs}</span>;
  const sure = new Map(hanging.map(({ thing, isGuess }) => [thing, isGuess]));
  const boxes = picture.columns.flat().flatMap((box) => {
    const those = box.things.filter((each) => sure.has(each));
    return those.length === 0 ? [] : [{ ...box, things: those }];
  });
  return (
    <ul className="told-leaves">
      {boxes.map((box) => (
        <Leaf key={box.key} box={box} isGuess={box.things.every((each) => sure.get(each) === true)} />
      ))}
    </ul>
  );
}

function Leaf({ box, isGuess }: { readonly box: Box; readonly isGuess: boolean }) {
  const things = useThings();
  const isLit = things.thing !== undefined && box.things.includes(things.thing);
  return (
    <li className={`leaf${isGuess ? " guess" : ""}${isLit ? " lit" : ""}`}>
      <Name>{nameOf(things, box)}</Name>
      {box.group === undefined ? null : (
        <span className="leaf-count"> {things.words.howMany(box.things.length)}</span>
      )}
      {isGuess ? <span className="leaf-guess"> {things.words.perhaps}</span> : null}
    </li>
  );
}
