/** What is wrong in a file: where, what, and the way out. The words of the file stand as they are. */
import { headingsZh, helpZh, sentenceZh } from "../../../src/report/index.ts";
import { useLang } from "../app/speaking.tsx";
import type { Fault } from "../engine/own-case.ts";

export function FaultList({ faults }: { readonly faults: readonly Fault[] }) {
  const lang = useLang();
  return (
    <ul className="faults-found">
      {faults.map((fault) => (
        <li key={`${fault.where} ${fault.message}`}>
          <span className="address">{fault.where}</span>
          {lang === "zh" ? <InChinese fault={fault} /> : <InEnglish fault={fault} />}
        </li>
      ))}
    </ul>
  );
}

function InEnglish({ fault: { message, help } }: { readonly fault: Fault }) {
  return (
    <>
      : {message}
      {help === undefined ? null : <span className="fault-help">{help}</span>}
    </>
  );
}

function InChinese({ fault: { code, message, help } }: { readonly fault: Fault }) {
  const heading = (headingsZh as Readonly<Record<string, string>>)[code] ?? "这里不对";
  return (
    <>
      ：<Said text={sentenceZh(message, heading)} />
      {help === undefined ? null : (
        <span className="fault-help">
          <Said text={helpZh(help)} />
        </span>
      )}
    </>
  );
}

/** The words of the file are in no language. */
function Said({ text }: { readonly text: string }) {
  const parts = [...text.matchAll(/`[^`]*`|[^`]+/g)];
  return parts.map(({ 0: part, index }) => (
    <span key={index} {...(part.startsWith("`") ? { className: "address" } : {})}>
      {part}
    </span>
  ));
}
