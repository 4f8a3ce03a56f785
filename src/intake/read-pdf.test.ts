/** Statements printed as PDF: made here of words and places, as a printer would. */
import { expect, test } from "vitest";
import { readRecordFile } from "./index.ts";

type Word = readonly [x: number, y: number, text: string];

/** One page in Helvetica of ten points, as often as there shall be pages. */
function pdf(words: readonly Word[], pages = 1): Uint8Array {
  const page = words
    .map(([x, y, text]) => `BT /F1 10 Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[()\\]/g, "\\$&")}) Tj ET`)
    .join("\n");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${"3 0 R ".repeat(pages)}] /Count ${pages} >>`,
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>",
    `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let text = "%PDF-1.4\n";
  const places = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  const at = text.length;
  text += `xref\n0 6\n0000000000 65535 f \n${places.join("")}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`;
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

const head: readonly Word[] = [
  [40, 760, "HDFC BANK"],
  [40, 740, "Account Name: SOMEBODY"],
  [40, 700, "Date"],
  [110, 700, "Narration"],
  [330, 706, "Withdrawal"],
  [340, 694, "Amt."],
  [430, 706, "Deposit"],
  [440, 694, "Amt."],
  [520, 700, "Balance"],
];

test("a row is read by what stands under which head, with what continues it", async () => {
  const words: readonly Word[] = [
    ...head,
    [40, 670, "05/01/24"],
    [110, 670, "UPI-SHOP"],
    [350, 670, "450.00"],
    [520, 670, "1,000.00"],
    [110, 658, "second part"],
    [40, 640, "16/01/24"],
    [110, 640, "SALARY"],
    [430, 640, "1,00,000.00"],
    [510, 640, "1,01,000.00"],
    [280, 40, "Page 1"],
  ];
  const [read] = await readRecordFile({ file: "s.pdf", bytes: pdf(words) });
  expect([read?.source, read?.encoding, read?.declared, read?.complaints]).toEqual([
    "hdfc",
    "pdf",
    { holder: "SOMEBODY" },
    [],
  ]);
  expect(
    read?.rows.map((row) =>
      row.kind === "money" ? `${row.date} ${row.direction} ${row.amount} ${row.description}` : row.kind,
    ),
  ).toEqual(["2024-01-05 out 450.00 UPI-SHOP second part", "2024-01-16 in 100000.00 SALARY"]);
});

test("a PDF of pictures, and one that is damaged, are told", async () => {
  const codes = async (bytes: Uint8Array) =>
    (await readRecordFile({ file: "s.pdf", bytes })).flatMap(({ complaints }) =>
      complaints.map(({ code }) => code),
    );
  expect(await codes(pdf([]))).toEqual(["record/no-text"]);
  expect(await codes(pdf(head).subarray(0, 300))).toEqual([expect.stringMatching(/cut-short|no-text/)]);
  expect(await codes(pdf([[40, 700, "nothing but words"]]))).toEqual(["record/unknown-layout"]);
});

test("a book is refused whole, and not read in part", async () => {
  const [read] = await readRecordFile({ file: "s.pdf", bytes: pdf(head, 501) });
  expect(read?.rows).toEqual([]);
  expect(read?.complaints.map(({ code, message }) => [code, message])).toEqual([
    ["record/too-large", "the PDF has more than 500 pages"],
  ]);
});
