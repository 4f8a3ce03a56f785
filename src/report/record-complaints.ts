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
  [
    /^this hour existed twice that night, for clocks went back; the first is taken$/,
    "那一夜钟拨回去一小时，这个钟点有两个，取了前一个",
  ],
  [/^this hour did not exist that night, for clocks went on$/, "那一夜钟拨快一小时，没有这个钟点"],
  [/^nothing is said in this row$/, "这一行没有内容"],
  [/^the file ends in the middle of an entry$/, "文件到一条记录中间就断了"],
  [/^the file ends before its closing balance$/, "文件没有期末余额，后面断了"],
  [/^an entry of securities, which is not read(?:: (`.*`))?$/s, quoting("这是证券交易，没有读")],
  [
    /^the file defines entities of its own, which no statement needs$/,
    "文件里自己定义了实体，账单用不着这个，没有读",
  ],
  [/^the archive is damaged or cut short$/, "压缩包坏了或不完整"],
  [/^the archive has a password$/, "压缩包有密码"],
  [/^the workbook has a password$/, "工作簿有密码"],
  [/^the password does not open it$/, "密码打不开它"],
  [/^the archive holds more than (\d+) files$/, "压缩包里超过 $1 个文件"],
  [/^the archive holds a path that leads out of it: (`.*`)$/s, "压缩包里有指向外面的路径：$1"],
  [/^the archive unpacks to more than (\d+) MB$/, "压缩包解开后超过 $1 MB"],
  [/^an archive in an archive is not opened$/, "压缩包里的压缩包没有打开"],
  [/^the archive is empty$/, "压缩包是空的"],
  [/^this mail cannot be read$/, "这封邮件没有读出来"],
  [/^the file holds more than (\d+) mails$/, "文件里超过 $1 封邮件"],
  [/^the pages are pictures without text$/, "页面是图片，没有文字"],
  [/^the PDF cannot be opened$/, "PDF 打不开"],
  [/^the PDF has a password$/, "PDF 有密码"],
  [
    /^the layout is not known; its columns were guessed(?:: (`.*`))?$/s,
    quoting("没见过这种表格，各列的意思是猜的"),
  ],
  [/^the file has no header with the columns the mapping names$/, "文件里没有列对照表写的那些列"],
  [/^the mapping beside it cannot be read(?:: (`.*`))?$/s, quoting("旁边的列对照表读不出来")],
  [/^the mapping cannot be read(?:: (`.*`))?$/s, quoting("列对照表读不出来")],
  [/^no columns were guessed, so there is nothing to save$/, "没有猜过各列的意思，没有可存的"],
  [/^several layouts were guessed; give one file$/, "猜出了好几种表格；请只给一个文件"],
  [
    /^(\d+) cells? begins? like a formula(?:: (`.*`))?$/s,
    (many = "", about?: string) => quoting(`有 ${many} 个格子像是公式`)(about),
  ],
  [/^the times are written in (\d+) zones$/, "时间写的是 $1 个时区"],
  [/^(\d+) rows? stands? elsewhere too and counts? once$/, "有 $1 条在别处也有，只算一次"],
  [/^the file names another holder than (`.*`)$/s, "文件写的户主和 $1 不是同一个人"],
  [/^cannot be written, or is there already$/, "写不进去，或者已经有这个文件"],
  [/^(\d+) rows? could not be read$/, "有 $1 行没有读出来"],
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
  [/^ask the bank for the exact time, if it matters$/, "时间要紧的话，请向银行问准确时间"],
  [/^download or export the file again$/, "请重新下载或导出"],
  [
    /^type the password when asked, or give it with (`.*`); it is not kept$/,
    "请在提示时输入密码，或用 $1 给出；密码不会留下",
  ],
  [/^look up the password in the message the file came with$/, "密码在发文件的那条消息里，请查看"],
  [
    /^unpack it yourself where nothing can be hurt, and give the files$/,
    "请在无关紧要的机器上自己解开，再给出里面的文件",
  ],
  [/^export the file again from the bank or phone itself$/, "请从银行或手机上重新导出"],
  [/^export it as CSV or XLSX, or ask the bank for a list$/, "请导出 CSV 或 XLSX，或向银行要一份清单"],
  [
    /^nothing of it was carried out; do not open the file in a spreadsheet$/,
    "公式没有执行；请不要用电子表格打开这个文件",
  ],
  [/^check the times of the rows against a second source$/, "请拿另一份记录核对时间"],
  [/^check them, then save a mapping with (`.*`)$/, "请核对，再用 $1 存下列对照表"],
  [/^nothing to do: each counts once$/, "不用处理：每条只算一次"],
  [/^give only records of one person$/, "请只给一个人的记录"],
  [/^see docs\/reference\/records\.md$/, "见 docs/reference/records.md"],
  [/^give another name$/, "请换一个名字"],
  [/^give a text file with nothing but passwords$/, "请给一个文本文件，每行一个密码"],
  [/^(`.*`) tells which$/, "用 $1 查看是哪些行"],
];
