/** What complaints of files of records say, in Chinese; `complaint-sentences.ts` has the others and says how. */
type Said = string | ((...found: readonly string[]) => string);

/** With the file's own words, where the complaint quotes some. */
const quoting = (said: string) => (about?: string) =>
  about === undefined || about === "" ? said : `${said}：${about}`;

export const recordSentences: readonly (readonly [RegExp, Said])[] = [
  [/^the file is larger than (\d+) MB$/, "文件超过 $1 MB"],
  [/^the file is larger than (\d+) MB when unpacked$/, "文件解压后超过 $1 MB"],
  [/^no header in the file is one we know$/, "没有认出这个文件的表头，整个文件都没有读"],
  [
    /^no header in this sheet is one we know; (\d+) of its rows (?:was|were) not read$/,
    "没有认出这张工作表的表头，其中 $1 行没有读",
  ],
  [/^parts of the file are in no encoding we know$/, "文件有一部分认不出编码"],
  [/^no day can be read in this row(?:: (`.*`))?$/s, quoting("这一行读不出日期")],
  [/^no amount can be read in this row(?:: (`.*`))?$/s, quoting("这一行读不出金额")],
  [/^a quote above takes this row in$/, "上面的引号没有配对，把这一行吞了进去"],
  [/^the file counts (\d+) rows and holds (\d+)$/, "文件自称有 $1 行，实际有 $2 行"],
  [/^the file holds only some of the transactions(?:: (`.*`))?$/s, quoting("文件只导出了一部分交易类型")],
  [/^(\d+) rows lie outside the period the file names$/, "有 $1 行不在文件自称的起止时间之内"],
  [/^the file has a header and no rows$/, "文件只有表头，没有记录"],
  [/^(\d+) rows? could not be read$/, "有 $1 行没有读出来"],
  [/^the folder is not empty$/, "文件夹不是空的"],
  [/^there is no manifest in this folder$/, "文件夹里没有清单"],
  [/^this is not as the manifest was written$/, "清单不是写下时的样子"],
  [/^the file is not as it was when the pack was made$/, "文件和做包时不一样"],
  [/^the file is in the manifest and not in the folder$/, "清单里有，文件夹里没有"],
  [/^the file is in the folder and not in the manifest$/, "文件夹里有，清单里没有"],
  [/^this entry does not follow from the one before it$/, "这一条和上一条接不上"],
  [/^the manifest is not the one this hash was written down of$/, "清单不是当天记下哈希值的那一份"],
  [/^the file changed while it was being read$/, "文件在读取过程中被改动"],
];

export const recordHelps: readonly (readonly [RegExp, Said])[] = [
  [/^export a shorter period$/, "请缩短导出的时间段"],
  [
    /^give the file as the bank, wallet or carrier exports it: CSV, XLSX or XLS$/,
    "请用银行、钱包或运营商导出的原始文件：CSV、XLSX 或 XLS",
  ],
  [/^look at this row in the file itself: no answer counts it$/, "请在原文件里看这一行：结论不会算上它"],
  [/^export the file again, and do not edit it$/, "请重新导出，不要改动"],
  [/^export all kinds of transactions$/, "请导出全部交易类型"],
  [/^export the period in question$/, "请导出出事的那段时间"],
  [
    /^export the file again; a locked workbook is saved without its password first$/,
    "请重新导出；工作簿若有密码，请先另存为没有密码的",
  ],
  [/^(`.*`) tells which$/, "用 $1 查看是哪些行"],
  [/^name a folder that does not exist yet$/, "请写一个还不存在的文件夹"],
  [/^give the folder that `investigate --out` wrote$/, "请给出 `investigate --out` 写出的文件夹"],
  [
    /^compare with another copy; what this one says cannot be relied on$/,
    "请和另一份副本对照；这一份已经不能作数",
  ],
  [/^compare the hash with what was written down on the day$/, "请和当天记下的值核对"],
  [/^close what writes to it, and begin again$/, "请关掉正在写它的程序，再来一次"],
];
