/** Banks of Europe and the Americas, by the words of their headers; those that print none, by the look of their cells. */
import type { Layout } from "./layout.ts";

type Shared = Pick<Layout, "kind" | "zone" | "currency" | "order" | "positive">;
const shared = (zone: string, currency: string, order: Layout["order"]): Shared => ({
  kind: "money",
  zone,
  currency,
  order,
  positive: "in",
});
const british = shared("Europe/London", "GBP", "day-first");
const american = shared("America/New_York", "USD", "month-first");
const canadian = shared("America/Toronto", "CAD", "month-first");
const brazilian = shared("America/Sao_Paulo", "BRL", "day-first");
const swiss = shared("Europe/Zurich", "CHF", "day-first");

/** Revolut writes its header in the language of the app. */
const revolutBegan = [
  "data di inizio",
  "fecha de inicio",
  "data de início",
  "datum des beginns",
  "date de début",
];
const revolutDone = [
  "data di completamento",
  "fecha de finalización",
  "data de conclusão",
  "data de fim",
  "datum des abschlusses",
  "date de fin",
];
const revolutSays = ["descrizione", "descripción", "descrição", "beschreibung", "description"];
const revolutSum = ["importo", "importe", "montante", "valor", "betrag", "montant"];
const revolutMoney = ["valuta", "divisa", "moeda", "währung", "devise"];

const kingdom: readonly Layout[] = [
  {
    ...shared("+00:00", "GBP", "year-first"),
    source: "revolut",
    header: [
      "type",
      "product",
      "started date",
      "completed date",
      "description",
      "amount",
      "currency",
      "state",
    ],
    columns: {
      moment: ["completed date", "started date"],
      amount: ["amount"],
      currency: ["currency"],
      description: ["description"],
      channel: ["type"],
      status: ["state"],
    },
  },
  {
    ...shared("+00:00", "EUR", "year-first"),
    source: "revolut",
    header: [
      ["tipo", "art", "type"],
      ["prodotto", "producto", "produto", "produkt", "produit"],
      revolutBegan,
      revolutDone,
      revolutSays,
      revolutSum,
      revolutMoney,
    ],
    columns: {
      moment: [...revolutDone, ...revolutBegan],
      amount: revolutSum,
      currency: revolutMoney,
      description: revolutSays,
      channel: ["tipo", "art", "type"],
      status: ["state", "stato", "estado", "status", "état"],
    },
  },
  {
    ...british,
    source: "monzo",
    header: ["transaction id", "date", "time", "type", "name", "amount", "currency"],
    columns: {
      moment: ["date"],
      clock: ["time"],
      amount: ["amount"],
      currency: ["currency"],
      counterparty: ["name"],
      description: ["description", "notes and #tags"],
      orderId: ["transaction id"],
      channel: ["type"],
    },
  },
  ...["gbp", "eur", "usd"].map(
    (currency): Layout => ({
      ...british,
      currency: currency.toUpperCase(),
      source: "starling",
      header: ["date", "counter party", "reference", "type", `amount(${currency})`],
      columns: {
        moment: ["date"],
        amount: [`amount(${currency})`],
        counterparty: ["counter party"],
        description: ["reference"],
        channel: ["type"],
      },
    }),
  ),
  {
    ...british,
    source: "barclays",
    header: ["number", "date", "account", "amount", "subcategory", "memo"],
    columns: { moment: ["date"], amount: ["amount"], description: ["memo"], channel: ["subcategory"] },
  },
  {
    ...british,
    source: "barclays",
    header: ["account", "date", "originaldescription", "amount", "l1tag"],
    columns: {
      moment: ["date"],
      amount: ["amount"],
      description: ["originaldescription"],
      channel: ["l1tag"],
    },
  },
  {
    ...british,
    source: "lloyds",
    header: [
      "transaction date",
      "transaction type",
      "transaction description",
      "debit amount",
      "credit amount",
    ],
    columns: {
      moment: ["transaction date"],
      moneyIn: ["credit amount"],
      moneyOut: ["debit amount"],
      description: ["transaction description"],
      channel: ["transaction type"],
    },
  },
  {
    ...british,
    source: "nationwide",
    header: [
      "date",
      ["transaction type", "transactions"],
      ["description", "location"],
      "paid out",
      "paid in",
    ],
    columns: {
      moment: ["date"],
      moneyIn: ["paid in"],
      moneyOut: ["paid out"],
      description: ["description", "location", "transactions"],
      channel: ["transaction type"],
    },
  },
  {
    ...british,
    source: "natwest",
    header: ["date", "type", "description", "value", "balance", "account name"],
    columns: { moment: ["date"], amount: ["value"], description: ["description"], channel: ["type"] },
  },
];

const day = /^\d{1,2}\/\d{1,2}\/\d{4}$/;
const sum = /^[+\-−(]?[$]?[\d,]+(?:\.\d+)?\)?$/;
const maybeSum = /^(?:[+\-−(]?[$]?[\d,]+(?:\.\d+)?\)?)?$/;

const states: readonly Layout[] = [
  {
    ...american,
    source: "chase-deposit",
    header: ["details", "posting date", "description", "amount", "type", "balance"],
    columns: {
      moment: ["posting date"],
      amount: ["amount"],
      description: ["description"],
      channel: ["type"],
    },
  },
  {
    ...american,
    source: "chase-card",
    header: ["transaction date", "post date", "description", "category", "type", "amount"],
    columns: {
      moment: ["transaction date"],
      amount: ["amount"],
      description: ["description"],
      channel: ["type"],
      card: ["card"],
    },
  },
  {
    ...american,
    source: "bank-of-america",
    header: ["date", "description", "amount", "running bal."],
    columns: { moment: ["date"], amount: ["amount"], description: ["description"] },
  },
  {
    ...american,
    source: "bank-of-america-card",
    header: ["posted date", "reference number", "payee", "address", "amount"],
    columns: {
      moment: ["posted date"],
      amount: ["amount"],
      counterparty: ["payee"],
      description: ["payee"],
      orderId: ["reference number"],
    },
  },
  {
    ...american,
    source: "capital-one",
    header: [
      "account number",
      "transaction date",
      "transaction amount",
      "transaction type",
      "transaction description",
    ],
    columns: {
      moment: ["transaction date"],
      amount: ["transaction amount"],
      direction: ["transaction type"],
      description: ["transaction description"],
    },
  },
  {
    ...american,
    source: "capital-one-card",
    header: ["transaction date", "posted date", "card no.", "description", "debit", "credit"],
    columns: {
      moment: ["transaction date"],
      moneyIn: ["credit"],
      moneyOut: ["debit"],
      description: ["description"],
      channel: ["category"],
      card: ["card no."],
    },
  },
  {
    ...american,
    source: "wells-fargo",
    header: [],
    cells: [day, sum, /^\*?$/, /^\d*$/, /./],
    columns: { moment: ["1"], amount: ["2"], description: ["5"], orderId: ["4"] },
  },
];

const canada: readonly Layout[] = [
  {
    ...canadian,
    zone: "America/Vancouver",
    source: "bmo-debit",
    header: ["first bank card", "transaction type", "date posted", "transaction amount", "description"],
    columns: {
      moment: ["date posted"],
      amount: ["transaction amount"],
      description: ["description"],
      channel: ["transaction type"],
      card: ["first bank card"],
    },
  },
  {
    ...canadian,
    positive: "out",
    source: "bmo-credit",
    header: ["item #", "card #", "transaction date", "posting date", "transaction amount", "description"],
    columns: {
      moment: ["transaction date"],
      amount: ["transaction amount"],
      description: ["description"],
      card: ["card #"],
    },
  },
  {
    ...canadian,
    source: "td",
    header: [],
    cells: [day, /./, maybeSum, maybeSum, sum],
    columns: { moment: ["1"], description: ["2"], moneyOut: ["3"], moneyIn: ["4"] },
  },
];

const others: readonly Layout[] = [
  {
    ...brazilian,
    source: "nubank-account",
    header: ["data", "valor", "identificador", "descrição"],
    columns: { moment: ["data"], amount: ["valor"], orderId: ["identificador"], description: ["descrição"] },
    // "Transferência enviada pelo Pix - somebody - number - bank"
    peerIn: /^Transferência [^-]*- ([^-]+?) - /i,
  },
  {
    ...brazilian,
    positive: "out",
    source: "nubank-card",
    header: ["date", "title", "amount"],
    columns: { moment: ["date"], amount: ["amount"], description: ["title"] },
  },
  {
    ...brazilian,
    source: "inter",
    header: [["data lançamento", "data"], ["descrição", "histórico"], "valor", "saldo"],
    columns: {
      moment: ["data lançamento", "data"],
      amount: ["valor"],
      description: ["descrição", "histórico"],
      channel: ["histórico"],
    },
  },
  {
    ...swiss,
    source: "zkb",
    header: ["date", "booking text", "zkb reference", "debit chf", "credit chf"],
    columns: {
      moment: ["date", "value date"],
      moneyIn: ["credit chf"],
      moneyOut: ["debit chf"],
      description: ["booking text", "payment purpose", "details"],
      orderId: ["zkb reference"],
    },
  },
];

/** PayPal writes its header in the language of its owner, the zone in every row, and holds that moved nothing beside payments. */
const paypalColumns = {
  moment: ["date", "datum"],
  clock: ["time", "uhrzeit"],
  zone: ["timezone", "time zone", "zeitzone"],
  amount: ["gross", "amount", "brutto"],
  currency: ["currency", "währung"],
  counterparty: ["name"],
  description: ["item title", "description", "subject", "artikelbezeichnung", "betreff", "note", "hinweis"],
  orderId: ["transaction id", "transaktionscode"],
  channel: ["type", "typ"],
  status: ["status"],
} as const;
const zoneNames: readonly string[] = paypalColumns.zone;
const wallets: readonly Layout[] = [
  ...[[], ["balance impact"]].map(
    (impact): Layout => ({
      ...american,
      source: "paypal",
      header: [
        "date",
        "time",
        zoneNames,
        "name",
        "type",
        "status",
        "currency",
        ["gross", "amount"],
        ...impact,
      ],
      // What was only held, or refused, moved nothing.
      columns: { ...paypalColumns, ...(impact.length === 0 ? {} : { direction: impact }) },
    }),
  ),
  {
    ...american,
    source: "paypal",
    header: ["date", "time", zoneNames, "description", "currency", "gross", "fee", "net"],
    columns: paypalColumns,
  },
  {
    ...shared("Europe/Berlin", "EUR", "day-first"),
    source: "paypal",
    header: ["datum", "uhrzeit", "zeitzone", "name", "typ", "status", "währung", "brutto"],
    columns: paypalColumns,
  },
];

export const abroadLayouts: readonly Layout[] = [...kingdom, ...states, ...canada, ...others, ...wallets];
