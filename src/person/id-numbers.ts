/**
 * The numbers by which states know a person: how each is written, and its check digit. A form that ordinary numbers
 * have as well (eleven digits are a phone number too) counts only where its name stands beside it.
 */
import {
  passesArgentina,
  passesAustralia,
  passesBrazil,
  passesChina,
  passesFrance,
  passesGermany,
  passesHongKong,
  passesItaly,
  passesJapan,
  passesKorea,
  passesLuhn,
  passesMedicare,
  passesNhs,
  passesSingapore,
  passesSpain,
  passesTaiwan,
  passesThailand,
  passesVerhoeff,
} from "./check-digits.ts";

export interface IdNumber {
  readonly en: string;
  readonly zh: string;
  /** Every place where the form stands. */
  readonly form: RegExp;
  /** Of the number without blanks and signs, in capitals. */
  readonly isWhole?: (id: string) => boolean;
  /** What must be said beside it, in the text or the key it stands under. */
  readonly beside?: RegExp;
}

/** Not in the middle of a longer number or word, nor after the plus of a phone number. */
const form = (source: string, flags = "giu") =>
  new RegExp(`(?<![a-z0-9]|\\d[-./]|\\+[\\d ]{0,5})(?:${source})(?![a-z0-9]|[-./]\\d)`, flags);
/** Only in capitals: a form without a check digit that lower-case ids might have. */
const capitals = "gu";

const month = "(?:0[1-9]|1[0-2])";
const day = "(?:0[1-9]|[12]\\d|3[01])";
const provinces = "(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)";
const identity = /身份证|\bids?\b|identity/i;

export const idNumbers: readonly IdNumber[] = [
  {
    en: "Chinese resident identity number",
    zh: "居民身份证号",
    form: form(`${provinces}\\d{4}[ -]?(?:1[89]|20)\\d{2}${month}${day}[ -]?\\d{3}[\\dX]`),
    isWhole: passesChina,
  },
  {
    en: "Chinese resident identity number of fifteen digits",
    zh: "十五位居民身份证号",
    form: form(`${provinces}\\d{4}[ -]?\\d{2}${month}${day}[ -]?\\d{3}`),
    beside: identity,
  },
  {
    en: "Hong Kong identity card number",
    zh: "香港身份证号",
    form: form("[A-Z]{1,2}\\d{6} ?\\([\\dA]\\)"),
    isWhole: passesHongKong,
  },
  {
    en: "Hong Kong identity card number",
    zh: "香港身份证号",
    form: form("[A-Z]{1,2}\\d{6}[\\dA]"),
    isWhole: passesHongKong,
    beside: /HKID|身份[证證]|identity/i,
  },
  {
    en: "Taiwanese identity card number",
    zh: "台湾身份证号",
    form: form("[A-Z][1289]\\d{8}"),
    isWhole: passesTaiwan,
  },
  {
    en: "Korean resident registration number",
    zh: "韩国居民登记号",
    form: form(`\\d{2}${month}${day}-[1-8]\\d{6}`),
  },
  {
    en: "Korean resident registration number",
    zh: "韩国居民登记号",
    form: form(`\\d{2}${month}${day}\\d{7}`),
    isWhole: passesKorea,
    beside: /주민|\bRRN\b|resident registration/i,
  },
  {
    en: "My Number of Japan",
    zh: "日本个人编号",
    form: form("\\d{4}([ -]?)\\d{4}\\1\\d{4}"),
    isWhole: passesJapan,
    beside: /my ?number|マイナンバー|個人番号|个人编号/i,
  },
  {
    en: "Aadhaar number",
    zh: "印度 Aadhaar 号",
    form: form("[2-9]\\d{3}([ .-])\\d{4}\\1\\d{4}"),
    isWhole: passesVerhoeff,
  },
  {
    en: "Aadhaar number",
    zh: "印度 Aadhaar 号",
    form: form("[2-9]\\d{11}"),
    isWhole: passesVerhoeff,
    beside: /aadha?ar|uidai|आधार/i,
  },
  { en: "PAN of India", zh: "印度 PAN 税号", form: form("[A-Z]{5}\\d{4}[A-Z]", capitals) },
  {
    en: "Singapore NRIC number",
    zh: "新加坡身份证号",
    form: form("[STFGM]\\d{7}[A-Z]"),
    isWhole: passesSingapore,
  },
  { en: "MyKad number", zh: "马来西亚身份证号", form: form(`\\d{2}${month}${day}-\\d{2}-\\d{4}`) },
  {
    en: "MyKad number",
    zh: "马来西亚身份证号",
    form: form(`\\d{2}${month}${day}\\d{6}`),
    beside: /my ?kad|\bIC\b|kad pengenalan|\bNRIC\b/i,
  },
  {
    en: "NIK of Indonesia",
    zh: "印度尼西亚 NIK 号",
    form: form(`[1-9]\\d{5}(?:0[1-9]|[1-6]\\d|7[01])${month}\\d{6}`),
    beside: /\b(?:NIK|e?-?KTP)\b/i,
  },
  {
    en: "Philippine identity number",
    zh: "菲律宾身份号",
    form: form("\\d{4}-?\\d{7}-?\\d|\\d{4}([ -]?)\\d{4}\\1\\d{4}(?:\\1\\d{4})?|\\d{2}-?\\d{7}-?\\d"),
    beside: /phil(?:sys|id)|\b(?:PSN|PCN|UMID|CRN|SSS|GSIS)\b/i,
  },
  {
    en: "Thai identity number",
    zh: "泰国身份证号",
    form: form("[1-8]([ -])\\d{4}\\1\\d{5}\\1\\d{2}\\1\\d"),
    isWhole: passesThailand,
  },
  {
    en: "Thai identity number",
    zh: "泰国身份证号",
    form: form("[1-8]\\d{12}"),
    isWhole: passesThailand,
    beside: /thai|泰国|บัตรประชาชน/i,
  },
  { en: "CPF", zh: "巴西 CPF 税号", form: form("\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}"), isWhole: passesBrazil },
  {
    en: "CPF",
    zh: "巴西 CPF 税号",
    form: form("\\d{3}([ .-]?)\\d{3}\\1\\d{3}[ .-]?\\d{2}"),
    isWhole: passesBrazil,
    beside: /\bCPF\b/i,
  },
  {
    en: "CUIT of Argentina",
    zh: "阿根廷 CUIT 税号",
    form: form("(?:2[0347]|3[034])([- ])\\d{8}\\1\\d"),
    isWhole: passesArgentina,
  },
  {
    en: "CUIT of Argentina",
    zh: "阿根廷 CUIT 税号",
    form: form("(?:2[0347]|3[034])\\d{9}"),
    isWhole: passesArgentina,
    beside: /\bCUI[TL]\b/i,
  },
  {
    en: "DNI of Argentina",
    zh: "阿根廷 DNI 号",
    form: form("\\d{1,2}\\.?\\d{3}\\.?\\d{3}"),
    beside: /\bDNI\b/i,
  },
  { en: "CURP", zh: "墨西哥 CURP 号", form: form(`[A-Z]{4}\\d{2}${month}${day}[HMX][A-Z]{5}[A-Z\\d]\\d`) },
  {
    en: "US social security number",
    zh: "美国社会安全号",
    form: form("(?!000|666|9)\\d{3}([- ])(?!00)\\d{2}\\1(?!0000)\\d{4}"),
  },
  {
    en: "US social security number",
    zh: "美国社会安全号",
    form: form("(?!000|666|9)\\d{3}(?!00)\\d{2}(?!0000)\\d{4}"),
    beside: /\bSSN\b|social.?security/i,
  },
  {
    en: "US taxpayer number",
    zh: "美国纳税人号",
    form: form("9\\d{2}-(?:5\\d|6[0-5]|[78]\\d|9[0-24-9])-\\d{4}"),
  },
  {
    en: "Canadian social insurance number",
    zh: "加拿大社会保险号",
    form: form("\\d{3}([ -]?)\\d{3}\\1\\d{3}"),
    isWhole: passesLuhn,
    beside: /\bSIN\b|\bNAS\b|social.?insurance/i,
  },
  {
    en: "UK national insurance number",
    zh: "英国国民保险号",
    form: form("(?!BG|GB|KN|NK|NT|TN|ZZ)[A-Z]{2} ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]", capitals),
  },
  {
    en: "NHS number",
    zh: "英国 NHS 号",
    form: form("\\d{3}([ -]?)\\d{3}\\1\\d{4}"),
    isWhole: passesNhs,
    beside: /\bNHS\b/i,
  },
  {
    en: "German tax identification number",
    zh: "德国税务识别号",
    form: form("[1-9]\\d ?\\d{3} ?\\d{3} ?\\d{3}"),
    isWhole: passesGermany,
    beside: /steuer|\btax|idnr|\btin\b/i,
  },
  {
    en: "German tax identification number",
    zh: "德国税务识别号",
    form: form("[1-9]\\d \\d{3} \\d{3} \\d{3}"),
    isWhole: passesGermany,
  },
  {
    en: "French social security number",
    zh: "法国社会保险号",
    form: form("[12] ?\\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\\d) ?(?:\\d{2}|2[AB]) ?\\d{3} ?\\d{3} ?\\d{2}"),
    isWhole: passesFrance,
  },
  {
    en: "Spanish DNI or NIE",
    zh: "西班牙身份证号",
    form: form("(?:\\d{8}|[XYZ]-?\\d{7})-?[A-Z]"),
    isWhole: passesSpain,
  },
  {
    en: "codice fiscale",
    zh: "意大利税号",
    form: form("[A-Z]{6}\\d{2}[A-EHLMPRST]\\d{2}[A-Z]\\d{3}[A-Z]"),
    isWhole: passesItaly,
  },
  {
    en: "Australian tax file number",
    zh: "澳大利亚税号",
    form: form("\\d{3}([ -]?)\\d{3}\\1\\d{3}"),
    isWhole: passesAustralia,
    beside: /\bTFN\b|tax file/i,
  },
  {
    en: "Medicare number of Australia",
    zh: "澳大利亚医保号",
    form: form("[2-6]\\d{3}([ -]?)\\d{5}\\1\\d"),
    isWhole: passesMedicare,
    beside: /medicare/i,
  },
  {
    en: "South African identity number",
    zh: "南非身份证号",
    form: form(`\\d{2}${month}${day} ?\\d{4} ?[01][89]\\d`),
    isWhole: passesLuhn,
  },
  { en: "NIN of Nigeria", zh: "尼日利亚 NIN 号", form: form("[1-9]\\d{10}"), beside: /\bNIN\b/i },
  { en: "BVN of Nigeria", zh: "尼日利亚 BVN 号", form: form("22\\d{9}"), beside: /\bBVN\b/i },
  { en: "KRA PIN of Kenya", zh: "肯尼亚 KRA 税号", form: form("[AP]\\d{9}[A-Z]", capitals) },
  {
    en: "Kenyan identity number",
    zh: "肯尼亚身份证号",
    form: form("\\d{7,8}"),
    beside: /kenya|kitambulisho|肯尼亚/i,
  },
  {
    en: "ID number",
    zh: "证件号码",
    // The number itself says nothing; the words just before it do.
    form: /(?:身份证号?码?|护照号?码?|社会保障号码?|\b(?:identity|id|passport|social security)(?: card)? (?:number|no\.?))\s{0,3}(?:is\s|[:=#是为])?\s{0,3}[A-Z]{0,2}\d[\d ]{5,18}\d[A-Z]?/giu,
  },
];
