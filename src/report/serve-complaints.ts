/** Why a server or a service could not start, or keeps nothing, in Chinese; `complaint-sentences.ts` holds the rest. */

type Said = string | ((...found: readonly string[]) => string);

/** Why a stream of the bus cannot be relied on. */
const forgetsZh: Readonly<Record<string, string>> = {
  "keeps its messages in memory alone": "只把消息放在内存里",
  "takes its messages away by another rule than its limits": "不按上限、而按别的规则删消息",
  "takes its messages away by age": "到期就删消息",
  "drops its oldest messages when it is full": "满了就丢最早的消息",
};

export const serveSentences: readonly (readonly [RegExp, Said])[] = [
  [/^the log of what was put on lists was changed from outside$/, "名单改动的日志被人从外面改过"],
  [/^the log of what rules were put in force was changed from outside$/, "启用规则的日志被人从外面改过"],
  [
    /^the rules that were put in force as version (.+) cannot be read by this chainbreak$/,
    "已启用的第 $1 版规则，这个版本的 chainbreak 读不了",
  ],
  [
    /^the rules that were in force as version (.+) cannot be read any more: their key was destroyed after this copy was made$/,
    "当时有效的第 $1 版规则再也读不出来了：这份备份之后，它的密钥已被销毁",
  ],
  [/^port (.+) may not be used by you$/, "没有权限用端口 $1"],
  [/^(`.*`) is no address of this machine$/, "$1 不是这台电脑的地址"],
  [/^ports (.+) to (.+) are all taken$/, "端口 $1 到 $2 都被占用了"],
  [/^port (.+) is taken by another program$/, "端口 $1 被别的程序占用了"],
  [
    /^on (`.*`) others could reach the server, and it has no sign-in$/,
    "用 $1 的话，别人也连得上，而这里没有登录",
  ],
  [/^PORT is (`.*`), which is no port$/, "PORT 写的是 $1，不是端口号"],
  [/^it was told to keep nothing$/, "启动时要求了不保存"],
  [/^(`.*`) is damaged, or no file of ours$/, "$1 损坏了，或者不是本程序的文件"],
  [/^(`.*`) may not be written to$/, "$1 没有写入权限"],
  [/^(`.*`) is no folder$/, "$1 不是文件夹"],
  [/^there is no room left for (`.*`)$/, "$1 所在的磁盘满了"],
  [/^nothing can be kept in (`.*?`): (.*)$/, "$1 里保存不了：$2"],
  [/^the database does not let us in: (.*)$/, "连不上数据库：$1"],
  [/^the rotation of the key of (`.*`) was cut off$/, "$1 换密钥换到一半就断了"],
  [
    /^(`.*`) has a key that is wrapped by neither the old nor the new (`.*`)$/,
    "$1 里有一把密钥，旧的和新的 $2 都解不开",
  ],
  [/^(`.*`) is wrapped by another (`.*`)$/, "$1 是用另一份 $2 封的"],
  [
    /^(`.*`) in (`.*`) wraps the keys of a shared log too, and they would not open any more$/,
    "共用日志的密钥也是用 $2 里的 $1 封的，换了就打不开了",
  ],
  [/^the keys of people in the log are wrapped by another (`.*`)$/, "日志里各人的密钥是用另一份 $1 封的"],
  [/^there are no keys of people in (`.*`)$/, "$1 里没有各人的密钥"],
  [
    /^another program reads (`.*`), so the keys as they were wrapped before are not gone from the disk yet$/,
    "别的程序正在读 $1，旧封法的密钥还没从磁盘上清掉",
  ],
  [/^the bus does not let us in: (.*)$/, "连不上消息总线：$1"],
  [/^(`.*`) is no address of a bus$/, "$1 不是消息总线的地址"],
  [
    /^the stream (`.*`) on the bus (.*), so what was accepted could be lost$/,
    (stream, why) => `总线上的流 ${stream} ${forgetsZh[why ?? ""] ?? `（${why}）`}，收下的事件可能会丢`,
  ],
  [
    /^the first records of partition (.+) were taken away, and not by age$/,
    "第 $1 分区开头的记录被拿走了，并不是到期清除的",
  ],
  [/^a log has 1 to (.+) partitions$/, "日志可以分成 1 到 $1 个分区"],
  [/^the log was made by another version of chainbreak$/, "这份日志是另一个版本的 chainbreak 建的"],
  [
    /^there is no log in this database, or one that was last used by an older version$/,
    "这个数据库里没有日志，或者上次用它的是旧版本",
  ],
  [/^the log is of another folder$/, "这份日志属于另一个文件夹"],
  [/^the log was made with another (`.*`)$/, "这份日志是用另一份 $1 建的"],
  [/^the log has (.+) partitions, not (.+)$/, "这份日志有 $1 个分区，不是 $2 个"],
  [/^(`.*`), the public keys of (`.*`), cannot be read$/, "读不了 $2 的公钥文件 $1"],
  [/^(`.*`) is no head$/, "$1 不是末尾值"],
  [/^(`.*`), the token traces are told by, cannot be read$/, "读不了发送追踪数据用的令牌文件 $1"],
  [/^(`.*`), the token signals of (`.*`) are fetched by, cannot be read$/, "读不了取 $2 信号用的令牌文件 $1"],
  [/^(`.*`), the webhook secret of (`.*`), cannot be read$/, "读不了 $2 的回调密钥文件 $1"],
  [/^(`.*`) holds fewer than (.+) bytes in base64$/, "$1 里的 base64 密钥不到 $2 字节"],
  [/^(`.*`) cannot be made$/, "建不了 $1"],
  [/^(`.*`) is no key of ours$/, "$1 不是本程序的密钥"],
  [/^(`.*`) holds no key of ours$/, "$1 里没有本程序的密钥"],
  [/^(`.*`) is missing, and without it the journal cannot be read$/, "缺少 $1，没有它就读不了流水账"],
  [/^another service is running on (`.*`)$/, "已有一个服务在用 $1"],
  [/^nothing can be written in (`.*`): (.*)$/, "$1 写不进去：$2"],
  [
    /^the first records of (`.*`) were taken away, and not by age$/,
    "$1 开头的记录被拿走了，并不是到期清除的",
  ],
  [/^(`.*`) cannot be opened for writing$/, "$1 打不开，写不进去"],
  [/^(`.*`) is no folder of a service$/, "$1 不是服务的文件夹"],
  [/^there is no (`.*`) in (`.*`)$/, "$2 里没有 $1"],
  [/^there is no journal in (`.*`)$/, "$1 里没有流水账"],
  [/^there is a journal in (`.*`) already$/, "$1 里已经有流水账"],
  [/^there is a copy in (`.*`) already$/, "$1 里已经有一份备份"],
  [/^there is a (`.*`) already$/, "已经有 $1"],
  [/^there is no (`.*`)$/, "没有 $1"],
  [/^no copy was made: (.*)$/, "没有备份成：$1"],
  [/^record (.+) of the copy does not follow from the one before it$/, "备份里第 $1 条接不上前一条"],
  [
    /^record (.+) of the journal in (`.*`) does not follow from the one before it$/,
    "$2 的流水账里，第 $1 条接不上前一条",
  ],
  [/^record (.+) of the journal in (`.*`) is not as it was sealed$/, "$2 的流水账里，第 $1 条与封存时不一样"],
  [
    /^record (.+) of the journal in (`.*`) holds an event this version cannot read$/,
    "$2 的流水账里，第 $1 条的事件这个版本读不了",
  ],
  [/^(`.*?`) cannot be read: (.*)$/, "读不了 $1：$2"],
  [/^(`.*`) was written by a newer chainbreak$/, "$1 是更新版本的 chainbreak 写的"],
];

export const serveHelps: readonly (readonly [RegExp, Said])[] = [
  [
    /^if it was rotated, copy the new one here: it goes on by itself; else put back the one this log was made with$/,
    "如果密钥换过，把新的那份复制到这里，会自己接着做；否则请放回建这份日志时用的那份",
  ],
  [
    /^see that --database is right; of an older one open it once: (`.*`)$/,
    "请确认 --database 写对了；如果是旧版本留下的，先打开一次：$1",
  ],
  [/^name the folder it was made with by --data$/, "请用 --data 写出建它时用的文件夹"],
  [
    /^of a folder that is used for a shared log alone the key is rotated with the log: name it with --database$/,
    "这个文件夹只用于共用日志，密钥要和日志一起换：请用 --database 写出数据库",
  ],
  [
    /^name the log with --database: both are wrapped by the new key then$/,
    "请用 --database 写出日志所在的数据库：换好后两边都用新密钥封",
  ],
  [/^choose one above 1023$/, "换一个 1023 以上的端口"],
  [/^use 127\.0\.0\.1$/, "用 127.0.0.1"],
  [/^name another one$/, "换一个端口"],
  [
    /^stop that one, choose another port, or name none to get the next free one$/,
    "停掉那个程序，或换个端口；不写端口就用下一个空着的",
  ],
  [
    /^leave out --host; from another machine, come through a tunnel: (`.*`)$/,
    "不要写 --host；要从别的电脑连，请走隧道：$1",
  ],
  [/^use a number from 1 to 65535$/, "写 1 到 65535 之间的数"],
  [/^start it without --no-data$/, "启动时不要写 --no-data"],
  [/^move it away, and restore a backup in the page$/, "把它移走，再在网页里恢复备份"],
  [/^name another (?:folder|one) with --data$/, "用 --data 换一个文件夹"],
  [
    /^make room, or let it be written to: nothing that was answered is lost$/,
    "请腾出空间，或让磁盘可写：已经答复过的都没有丢",
  ],
  [
    /^it was changed from outside, or (`.*`) is another's: restore a copy$/,
    "有人从外面改过，或者 $1 不是这一份的：请恢复备份",
  ],
  [/^make room, or name another folder with --data$/, "腾出磁盘空间，或用 --data 换一个文件夹"],
  [
    /^give its address with --database, or in PGHOST, PGUSER, PGDATABASE and PGPASSWORD$/,
    "用 --database 写明地址，或写在 PGHOST、PGUSER、PGDATABASE、PGPASSWORD 里",
  ],
  [
    /^see that it runs with JetStream \((`.*`)\), and give its address with --bus$/,
    "确认它带着 JetStream 在运行（$1），并用 --bus 写明地址",
  ],
  [/^name a file with --bus-credentials$/, "用 --bus-credentials 写明一个文件"],
  [
    /^edit it: file storage, retention by limits, no age, and (`.*`) where it has a limit$/,
    "改这个流：用文件存储、按上限保留、不设期限；设了上限的，还要 $1",
  ],
  [/^the log was changed from outside: restore a copy$/, "日志被人从外面改过：请恢复备份"],
  [/^run (`.*`) on it again: it goes on where it was$/, "对它再运行一次 $1，会从断的地方接着做"],
  [
    /^give the log a folder of its own: copy (`.*`) and (`.*`) there, have workers and feeders name it with --data, then take (`.*`) away here$/,
    "给日志单独一个文件夹：把 $1 和 $2 复制过去，让 work 和 feed 都用 --data 指向那里，再把这里的 $3 移走",
  ],
  [
    /^put back the one from before the key of this folder was rotated$/,
    "把这个文件夹换密钥之前的那一份放回来",
  ],
  [/^put back the (`.*`) of this folder$/, "把这个文件夹的 $1 放回来"],
  [
    /^put back the one of this folder; a copy from before its key was rotated needs the key from before$/,
    "把这个文件夹的那一份放回来；换密钥之前的备份要用换之前的密钥",
  ],
  [
    /^the key of a folder that is used for a shared log alone cannot be rotated yet$/,
    "只给共用日志用的文件夹，密钥现在还不能换",
  ],
  [/^let it end, and run this again$/, "等它结束，再运行一次"],
  [
    /^restore a copy, or have it looked at by somebody who knows the disk$/,
    "请恢复备份，或请懂这块磁盘的人来看",
  ],
  [/^give another number$/, "换一个数"],
  [
    /^start the version they were put in force by, and put rules that both read$/,
    "请用启用它们的那个版本启动，换上两个版本都读得了的规则",
  ],
  [/^give a file of rules by (`.*`): it takes their place$/, "请用 $1 给一份规则文件，由它顶替"],
  [/^restore a copy of the database as a whole$/, "请把数据库的备份整个恢复"],
  [/^run it with that version$/, "用那个版本运行"],
  [/^copy (`.*`) from the folder it was made with$/, "把建它时那个文件夹里的 $1 复制过来"],
  [
    /^leave --partitions out: what was decided in one partition cannot be moved to another$/,
    "不要写 --partitions：一个分区里判过的，不能挪到另一个分区",
  ],
  [/^put its JWKS there: (`.*`), as it publishes it$/, "把对方公布的 JWKS 放在那里：$1"],
  [
    /^write it as (`.*`) printed it, with the part of the log in front where it had one$/,
    "照 $1 打印的写；共用日志的前面还有份号，要一起写",
  ],
  [/^write there the token that was given for it, and nothing else$/, "里面只写对方给的令牌，不要写别的"],
  [/^put back the one this folder was made with$/, "把建这个文件夹时的那一份放回去"],
  [
    /^put back the key from where you keep it; without it the journal is lost$/,
    "从存放的地方把密钥放回来；没有它，流水账就读不出来了",
  ],
  [/^stop that one first, or name another folder with --data$/, "先停掉那个服务，或用 --data 换一个文件夹"],
  [/^see who owns it and whether the disk can be written to$/, "看看它归谁所有，磁盘能不能写"],
  [/^name the folder of a service with --data$/, "用 --data 写明服务的文件夹"],
  [/^put it back, or take it away to get a new key$/, "把密钥放回来，或把这个文件移走，另建新密钥"],
  [/^make one: (`.*`)$/, "先建一份：$1"],
  [
    /^it was changed from outside, or the disk is failing: restore a copy$/,
    "有人从外面改过，或者磁盘坏了：请恢复备份",
  ],
  [
    /^the journal was changed from outside, or the disk is failing: run (`.*`)$/,
    "流水账被人从外面改过，或者磁盘坏了：运行 $1",
  ],
  [/^name another folder with --to$/, "用 --to 换一个文件夹"],
  [/^see whether the disk has room and can be written to$/, "看看磁盘有没有空间、能不能写"],
  [
    /^without the keys of people nothing about them can be read: put a copy of it there$/,
    "没有各人的密钥，什么也读不出来：请把它的备份放在那里",
  ],
  [/^name a folder that (`.*`) made$/, "写明由 $1 建的文件夹"],
  [/^name an empty folder with --data$/, "用 --data 写明一个空文件夹"],
  [/^put the key there first, from where you keep it$/, "先从存放的地方把密钥放过来"],
  [/^make another key with (`.*`) and write it there$/, "用 $1 另建一把密钥，写在那里"],
  [/^see (docs\/\S+) on restoring$/, "怎么恢复见 $1"],
  [
    /^run it with that version, or restore a copy from before the upgrade$/,
    "用那个版本运行，或恢复升级之前的备份",
  ],
  [/^write one: (`.*`), readable by the service only$/, "写一份：$1，只让服务能读"],
];
