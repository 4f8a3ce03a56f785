/**
 * One made sample for each layout that is said to be read: the header as it is seen in the wild, rows invented here. The
 * fixtures of others are in read-records.test.ts.
 */
import { expect, test } from "vitest";
import { encoded } from "../../test/kit/encoded.ts";
import { readMapping, readRecords } from "./index.ts";

type Encoding = "gb18030" | "shift_jis" | "windows-1252";

const samples: readonly {
  readonly source: string;
  readonly lines: readonly string[];
  readonly rows: readonly string[];
  readonly encoding?: Encoding;
  readonly complaints?: readonly string[];
}[] = [
  {
    source: "paypal",
    lines: [
      '"Date","Time","TimeZone","Name","Type","Status","Currency","Gross","Fee","Net","From Email Address","To Email Address","Transaction ID","Item Title","Balance","Balance Impact"',
      '"01/03/2023","13:57:10","PST","A Taxi, Inc","General Authorization","Pending","USD","-42.92","0.00","-42.92","","","91C6399110785741","","0.00","Memo"',
      '"07/23/2023","08:01:00","PDT","Garden Shop","Express Checkout Payment","Completed","USD","-1,042.92","0.00","-1,042.92","","","1AB","seeds","0.00","Debit"',
      '"07/24/2023","09:00:00","PDT","Ana","Mobile Payment","Completed","USD","20.00","0.00","20.00","","","2BC","","20.00","Credit"',
    ],
    rows: [
      "2 2023-01-03T13:57:10-08:00 neutral 42.92 USD A Taxi, Inc||91C6399110785741|",
      "3 2023-07-23T08:01:00-07:00 out 1042.92 USD Garden Shop|seeds|1AB|",
      "4 2023-07-24T09:00:00-07:00 in 20.00 USD Ana||2BC|",
    ],
  },
  {
    source: "paypal",
    lines: [
      '"Datum","Uhrzeit","Zeitzone","Name","Typ","Status","Währung","Brutto","Gebühr","Netto","Absender E-Mail-Adresse","Empfänger E-Mail-Adresse","Transaktionscode"',
      '"04.10.2026","10:12:00","Europe/Berlin","Schuhladen SE","Handyzahlung","Abgeschlossen","EUR","-1.059,90","0,00","-1.059,90","","","3CD"',
      '"03.08.2026","09:00:00","CEST","Kino","Abonnementzahlung","Abgeschlossen","EUR","-13,99","0,00","-13,99","","","4DE"',
    ],
    rows: [
      "2 2026-10-04T10:12:00+02:00 out 1059.90 EUR Schuhladen SE||3CD|",
      "3 2026-08-03T09:00:00+02:00 out 13.99 EUR Kino||4DE|",
    ],
  },
  {
    source: "paypal",
    lines: [
      '"Date","Time","Time Zone","Description","Currency","Gross","Fee","Net","Balance","Transaction ID","From Email Address","Name"',
      '"13/10/2026","10:12:00","Europe/London","Mobile Payment","GBP","-59.90","0.00","-59.90","0.00","5EF","","Book Shop"',
    ],
    rows: ["2 2026-10-13T10:12:00+01:00 out 59.90 GBP Book Shop|Mobile Payment|5EF|"],
    complaints: ["1 record/turned-days"],
  },
  {
    source: "alipay",
    encoding: "gb18030",
    lines: [
      "支付宝交易记录明细查询",
      "账号:[a***@example.com]",
      "起始日期:[2020-09-01 00:00:00]    终止日期:[2020-09-30 23:59:59]",
      "---------------------------------交易记录明细列表------------------------------------",
      "交易号                  ,商家订单号               ,交易创建时间              ,付款时间                ,最近修改时间              ,交易来源地     ,类型              ,交易对方            ,商品名称                ,金额（元）   ,收/支     ,交易状态    ,服务费（元）   ,成功退款（元）  ,备注                  ,资金状态     ,",
      "2020090422001 	,T200P1 	,2020-09-04 21:30:00 ,2020-09-04 21:30:05 ,2020-09-04 21:30:06 ,其他（包括阿里巴巴和外部商家）,即时到账交易 ,小卖部 ,水 ,2.50 ,支出 ,交易成功 ,0.00 ,0.00 , ,已支出 ,",
      "------------------------------------------------------------------------------------",
      "共1笔记录",
    ],
    rows: ["6 2020-09-04T21:30:05+08:00 out 2.50 CNY 小卖部|水|2020090422001|"],
  },
  {
    source: "alipay",
    encoding: "gb18030",
    lines: [
      "------------------------支付宝（中国）网络技术有限公司  电子客户回单------------------------",
      "收/支           ,交易对方   ,对方账号   ,商品说明      ,收/付款方式     ,金额       ,交易状态      ,交易分类      ,交易订单号   ,商家订单号    ,交易时间    ,",
      "其他           ,余额宝   ,/   ,余额宝-自动转入      ,余额     ,100.00       ,交易成功      ,投资理财      ,2021090422001	   ,	    ,2021-09-04 03:00:00    ,",
      "------------------------------------------------------------------------------------",
      "姓名：某某",
      "支付宝账户：a***@example.com",
      "起始时间：[2021-09-01 00:00:00]    终止时间：[2021-09-30 23:59:59]",
      "共1笔记录",
      "收入：0笔,0.00元",
      "其他：1笔,100.00元",
      "特别提示：",
      "1.本回单内容可表明支付宝受理了相应支付交易申请；",
      "9.本明细仅供个人对账使用。",
    ],
    rows: ["3 2021-09-04T03:00:00+08:00 neutral 100.00 CNY 余额宝|余额宝-自动转入|2021090422001|"],
  },
  {
    source: "wechat",
    lines: [
      "微信支付账单明细,,,,,,,,,,",
      "起始时间：[2024-01-01 00:00:00] 终止时间：[2024-01-31 23:59:59],,,,,,,,,,",
      "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注",
      '2024-01-05 12:00:01,商户消费,"面馆","一碗面",支出,¥18.00,建设银行储蓄卡(1234),支付成功,"4200001	","1	","/"',
      '2024-01-06 08:00:00,零钱提现,建设银行(1234),"/",/,¥100.00,零钱,提现已到账,"4200002	","/","服务费¥0.10"',
    ],
    rows: [
      "4 2024-01-05T12:00:01+08:00 out 18.00 CNY 面馆|一碗面|4200001|1234",
      "5 2024-01-06T08:00:00+08:00 neutral 100.00 CNY 建设银行(1234)|零钱提现|4200002|",
    ],
  },
  {
    source: "unionpay",
    lines: [
      "交易日期,交易时间,交易类型,对方账号,交易金额,余额,备注",
      "2024-01-05,12:00:01,消费,6217001234567890123,-18.00,982.00,面馆",
    ],
    rows: ["2 2024-01-05T12:00:01+08:00 out 18.00 CNY ****0123|面馆||"],
  },
  {
    source: "cmb-debit",
    lines: [
      "# 招商银行交易记录",
      "# 导出时间: [2024-02-01 10:00:00]",
      "# 账    号: [一卡通:6214****1234 招商银行]",
      "# 币    种: [人民币]",
      "# 起始日期: [20240101]   终止日期: [20240131]",
      "# 过滤设置: 无",
      "",
      '"交易日期","交易时间","收入","支出","余额","交易类型","交易备注"',
      '"	20240105","	12:00:01","","18.00","982.00","网上支付","财付通-面馆"',
      "",
      '"# 收入合计: 0 笔，共 0.00 元"',
      '"# 支出合计: 1 笔，共 18.00 元"',
    ],
    rows: ["9 2024-01-05T12:00:01+08:00 out 18.00 CNY |财付通-面馆||"],
  },
  {
    source: "cmb-credit",
    lines: [
      "招商银行信用卡对账单 2024年01月",
      "交易日,记账日,交易摘要,人民币金额,卡号末四位,交易地金额",
      "12/30,01/02,面馆,18.00,1234,18.00(CN)",
      ",01/05,还款,-100.00,1234,-100.00(CN)",
    ],
    rows: ["3 2023-12-30 out 18.00 CNY |面馆||1234", "4 2024-01-05 in 100.00 CNY |还款||1234"],
  },
  {
    source: "hsbc-hk-debit",
    lines: [
      "Date,Description,Billing amount,Billing currency,Balance,Balance currency",
      '24/03/2025,ATM WITHDRAWAL           CENTRAL,"-1,100.00"	,HKD,"3,613.17"	,HKD',
      '01/03/2025,INTEREST CREDIT,"5.45"	,USD,"10.00"	,USD',
    ],
    rows: [
      "2 2025-03-24 out 1100.00 HKD |ATM WITHDRAWAL CENTRAL||",
      "3 2025-03-01 in 5.45 USD |INTEREST CREDIT||",
    ],
  },
  {
    source: "hsbc-hk-credit",
    lines: [
      "Transaction date,Post date,Description,Billing amount,Billing currency,Transaction status,Merchant name,Country / region,Area / district,Credit / Debit",
      '08/04/2025,09/04/2025,"QR       NOODLES CO.,LTD.   CHN",-"18.00"		,CNY,POSTED,"NOODLES CO.,LTD.",CHINA,CHN,DEBIT'.replace(
        '-"18',
        '"-18',
      ),
    ],
    rows: ["2 2025-04-08 out 18.00 CNY NOODLES CO.,LTD.|QR NOODLES CO.,LTD. CHN||"],
  },
  {
    source: "bmo-debit",
    lines: [
      "Following data is valid as of 20239810344234 (Year/Month/Day/Hour/Minute/Second)",
      "",
      "",
      "First Bank Card,Transaction Type,Date Posted, Transaction Amount,Description",
      "",
      "",
      "'5600000000001234',DEBIT,20230518,-68.32,[CW]PHONE          ",
      "'5600000000001234',CREDIT,20230519,0.01,[DN]BENEFIT",
    ],
    rows: ["7 2023-05-18 out 68.32 CAD |[CW]PHONE||1234", "8 2023-05-19 in 0.01 CAD |[DN]BENEFIT||1234"],
  },
  {
    source: "bmo-credit",
    lines: [
      "Following data is valid as of 202304230942432:",
      "",
      "Item #,Card #,Transaction Date,Posting Date,Transaction Amount,Description",
      "1,'5100000000001234',20230511,20230512,3.27,SHOP",
      "2,'5100000000001234',20230512,20230512,-50.0,PAYMENT",
    ],
    rows: ["4 2023-05-11 out 3.27 CAD |SHOP||1234", "5 2023-05-12 in 50.0 CAD |PAYMENT||1234"],
  },
  {
    source: "td",
    lines: ["05/01/2023,SHOP # 8   _M,1.96,,13.04", "05/13/2023,PAY MSP,,0.01,37.10", "05/99/2023,X,1,,2"],
    rows: ["1 2023-05-01 out 1.96 CAD |SHOP # 8 _M||", "2 2023-05-13 in 0.01 CAD |PAY MSP||"],
    complaints: ["3 record/unreadable-row"],
  },
  {
    source: "wells-fargo",
    lines: [
      '"07/25/2024","-12.50","*","","PURCHASE AUTHORIZED ON 07/24 SHOP"',
      '"07/26/2024","1000.00","*","","PAYROLL"',
    ],
    rows: [
      "1 2024-07-25 out 12.50 USD |PURCHASE AUTHORIZED ON 07/24 SHOP||",
      "2 2024-07-26 in 1000.00 USD |PAYROLL||",
    ],
  },
  {
    source: "capital-one",
    lines: [
      "Account Number,Transaction Date,Transaction Amount,Transaction Type,Transaction Description,Balance",
      "1234,07/25/24,12.5,Debit,Shop,100",
      "1234,07/26/24,3,Credit,Interest,103",
    ],
    rows: ["2 2024-07-25 out 12.5 USD |Shop||", "3 2024-07-26 in 3 USD |Interest||"],
  },
  {
    source: "bank-of-america",
    lines: [
      "Description,,Summary Amt.",
      'Beginning balance as of 07/01/2024,,"1,000.00"',
      "",
      "Date,Description,Amount,Running Bal.",
      '07/01/2024,Beginning balance as of 07/01/2024,,"1,000.00"',
      '07/25/2024,"SHOP, TOWN","-12.50","987.50"',
    ],
    rows: ["6 2024-07-25 out 12.50 USD |SHOP, TOWN||"],
  },
  {
    source: "chase-deposit",
    lines: [
      "Details,Posting Date,Description,Amount,Type,Balance,Check or Slip #",
      'DEBIT,07/25/2024,"Zelle payment to A",-12.50,QUICKPAY_DEBIT,987.50,,',
      'DEBIT,07/26/2024,"SHOP",-1.00,DEBIT_CARD, ,,',
    ],
    rows: ["2 2024-07-25 out 12.50 USD |Zelle payment to A||", "3 2024-07-26 out 1.00 USD |SHOP||"],
  },
  {
    source: "chase-card",
    lines: [
      "Transaction Date,Post Date,Description,Category,Type,Amount,Memo",
      "07/25/2024,07/26/2024,SHOP,Groceries,Sale,-12.50,",
    ],
    rows: ["2 2024-07-25 out 12.50 USD |SHOP||"],
  },
  {
    source: "revolut",
    lines: [
      "Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance",
      "CARD_PAYMENT,Current,2024-01-05 10:00:00,2024-01-06 11:00:00,Shop,-12.50,0.00,EUR,COMPLETED,100.00",
      "CARD_PAYMENT,Current,2024-01-05 10:00:00,,Shop,-12.50,0.00,EUR,PENDING,",
    ],
    rows: [
      "2 2024-01-06T11:00:00+00:00 out 12.50 EUR |Shop||",
      "3 2024-01-05T10:00:00+00:00 out 12.50 EUR |Shop||",
    ],
  },
  {
    source: "monzo",
    lines: [
      "Transaction ID,Date,Time,Type,Name,Emoji,Category,Amount,Currency,Local amount,Local currency,Notes and #tags,Address,Receipt,Description,Category split,Money Out,Money In",
      "tx_1,25/07/2024,10:00:00,Card payment,Shop,,Shopping,-3.20,GBP,-3.20,GBP,,,,SHOP LONDON,,-3.20,",
    ],
    rows: ["2 2024-07-25T10:00:00+01:00 out 3.20 GBP Shop|SHOP LONDON|tx_1|"],
  },
  {
    source: "starling",
    lines: [
      "Date,Counter Party,Reference,Type,Amount (GBP),Balance (GBP),Spending Category,Notes",
      "05/07/2024,Shop,ref 1,CONTACTLESS,-3.20,100.00,SHOPPING,",
    ],
    rows: ["2 2024-07-05 out 3.20 GBP Shop|ref 1||"],
  },
  {
    source: "barclays",
    lines: [
      "Number,Date,Account,Amount,Subcategory,Memo",
      "	 ,05/07/2024,20-00-00 12345678,-3.20,PAYMENT,SHOP              \tON 02 JUL BCC",
    ],
    rows: ["2 2024-07-05 out 3.20 GBP |SHOP ON 02 JUL BCC||"],
  },
  {
    source: "barclays",
    lines: [
      "Account,Date,OriginalDescription,Amount,L1Tag,L2Tag,L3Tag",
      "20-00-00 12345678,05/07/2024,SHOP,-3.20,Home,,",
    ],
    rows: ["2 2024-07-05 out 3.20 GBP |SHOP||"],
  },
  {
    source: "nationwide",
    encoding: "windows-1252",
    lines: [
      '"Account Name:","FlexAccount ****01234"',
      '"Account Balance:","£100.00"',
      "",
      '"Date","Transaction type","Description","Paid out","Paid in","Balance"',
      '"05 Jul 2024","Visa purchase","CAFÉ","£1,003.20","","£100.00"',
    ],
    rows: ["5 2024-07-05 out 1003.20 GBP |CAFÉ||"],
  },
  {
    source: "nubank-account",
    lines: [
      "Data,Valor,Identificador,Descrição",
      "05/07/2024,-12.50,66a0-1,Transferência enviada pelo Pix - Fulano - •••.123.456-••",
    ],
    rows: [
      "2 2024-07-05 out 12.50 BRL Fulano|Transferência enviada pelo Pix - Fulano - •••.123.456-••|66a0-1|",
    ],
  },
  {
    source: "nubank-card",
    lines: ["date,title,amount", "2024-07-05,Loja,12.50", "2024-07-06,Pagamento recebido,-100.00"],
    rows: ["2 2024-07-05 out 12.50 BRL |Loja||", "3 2024-07-06 in 100.00 BRL |Pagamento recebido||"],
  },
  {
    source: "inter",
    encoding: "windows-1252",
    lines: [
      "Extrato Conta Corrente",
      "Conta ;12345",
      "Período ;01/07/2024 a 31/07/2024",
      "Saldo ;1.000,00",
      "",
      "Data Lançamento;Histórico;Descrição;Valor;Saldo",
      "05/07/2024;Pix enviado ;Fulano;-1.234,50;1.000,00",
    ],
    rows: ["7 2024-07-05 out 1234.50 BRL |Fulano||"],
  },
  {
    source: "zkb",
    lines: [
      "Date;Booking text;Curr;Amount details;ZKB reference;Reference number;Debit CHF;Credit CHF;Value date;Balance CHF;Payment purpose;Details",
      '"05.07.2024";"Purchase shop";"";"";"Z1";"";"1\'003.20";"";"05.07.2024";"100.00";"";""',
    ],
    rows: ["2 2024-07-05 out 1003.20 CHF |Purchase shop|Z1|"],
  },
  ...["01-Apr-2025", "1 Apr 2025", "01/04/25", "1-Apr-25", "01/04/2025", "2025-04-01"].map((day) => ({
    source: "sbi",
    lines: [
      "Account Name :,SOMEBODY",
      "Start Date :,1 Apr 2025",
      "Txn Date,Value Date,Description,Ref No./Cheque No.,Debit,Credit,Balance",
      `${day},${day},UPI/DR/400000000001/SHOP/BANK/shop@x/,R1,"1,00,250.00"," ","2,00,000.00"`,
    ],
    rows: ["4 2025-04-01 out 100250.00 INR SHOP|UPI/DR/****0001/SHOP/BANK/shop@x/|R1|"],
  })),
  {
    source: "hdfc",
    lines: [
      "Date,Narration,Chq./Ref.No.,Value Dt,Withdrawal Amt.,Deposit Amt.,Closing Balance",
      '05/07/24,UPI-SHOP-shop@x-1,000012,05/07/24,450.00,,"1,000.00"',
    ],
    rows: ["2 2024-07-05 out 450.00 INR SHOP|UPI-SHOP-shop@x-1|000012|"],
  },
  {
    source: "dbs",
    lines: [
      "Account Details For:,DBS Savings 123-4-56789",
      "Statement as at:,24 Feb 2026",
      "",
      "Transaction Date,Transaction Code,Description,Transaction Ref1,Transaction Ref2,Transaction Ref3,Status,Debit Amount,Credit Amount,Category",
      "23 Feb 2026,ICT,FAST PAYMENT,TO SOMEBODY,,,Settled,12.50,,Transfers,",
    ],
    rows: ["5 2026-02-23 out 12.50 SGD |FAST PAYMENT||"],
  },
  {
    source: "dbs",
    lines: [
      "Account Details For:,DBS Savings 123-4-56789",
      "Transaction Date,Reference,Debit Amount,Credit Amount,Transaction Ref1,Transaction Ref2,Transaction Ref3",
      "23 Feb 2026,ITR, ,12.50,FROM SOMEBODY,,,",
    ],
    rows: ["3 2026-02-23 in 12.50 SGD |FROM SOMEBODY||"],
  },
  {
    source: "ocbc",
    lines: [
      "Account details for:,360 Account 123-456789-001",
      "Available Balance,1000.00",
      "Transaction History",
      "Transaction date,Value date,Description,Withdrawals (SGD),Deposits (SGD)",
      '23/02/2026,23/02/2026,"FUND TRANSFER',
      'to SOMEBODY",12.50,',
    ],
    rows: ["5 2026-02-23 out 12.50 SGD |FUND TRANSFER to SOMEBODY||"],
  },
  {
    source: "mufg",
    encoding: "shift_jis",
    lines: [
      '"日付","摘要","摘要内容","支払い金額","預かり金額","差引残高","メモ","未資金化区分","入払区分"',
      '"2024/1/5","カード","カ）ミセ","1,200","","98,800","","",""',
      '"2024/1/9","給料","カ）カイシャ","","250,000","348,800","","",""',
    ],
    rows: [
      "2 2024-01-05 out 1200 JPY |カ)ミセ||".replace(")", "）"),
      "3 2024-01-09 in 250000 JPY |カ）カイシャ||",
    ],
  },
  {
    source: "smbc",
    encoding: "shift_jis",
    lines: [
      "年月日,お引出し,お預入れ,お取り扱い内容,残高,メモ,ラベル",
      '2024/1/5,1200,,"ﾐｾ",98800,"",""',
      'R6.01.09,,250000,"ｷﾕｳﾖ",348800,"",""',
    ],
    rows: ["2 2024-01-05 out 1200 JPY |ﾐｾ||", "3 2024-01-09 in 250000 JPY |ｷﾕｳﾖ||"],
  },
  {
    source: "mizuho",
    encoding: "shift_jis",
    lines: [
      "口座情報",
      "明細通番,日付,お引出金額,お預入金額,残高,お取引内容",
      '1,2024.01.05,"1,200",-,98800,ミセ',
      '2,2024年01月09日,,"250,000",348800,キュウヨ',
    ],
    rows: ["3 2024-01-05 out 1200 JPY |ミセ||", "4 2024-01-09 in 250000 JPY |キュウヨ||"],
  },
  {
    source: "japan-post",
    encoding: "shift_jis",
    lines: [
      "お客さま口座情報,,,,,,",
      "現在高：,100,円,,,,",
      "明細件数：1,,,,,,",
      "取引日,入出金明細ＩＤ,受入金額（円）,払出金額（円）,詳細１,詳細２,現在（貸付）高,",
      "20240105,202401050001,,1200,カード,ミセ,98800,",
    ],
    rows: ["5 2024-01-05 out 1200 JPY ミセ|カード ミセ|202401050001|"],
  },
  {
    source: "rakuten-bank",
    encoding: "shift_jis",
    lines: ["取引日,入出金(円),取引後残高(円),入出金内容", "20240105,-1200,98800,VISAデビット ミセ"],
    rows: ["2 2024-01-05 out 1200 JPY |VISAデビット ミセ||"],
  },
  {
    source: "paypay-bank",
    encoding: "shift_jis",
    lines: [
      '"操作日(年)","操作日(月)","操作日(日)","操作時刻(時)","操作時刻(分)","操作時刻(秒)","取引順番号","摘要","お支払金額","お預り金額","残高","メモ"',
      '"2024","1","5","9","05","07","00001","Ｖデビット　ミセ","1200","","98800",""',
    ],
    rows: ["2 2024-01-05T09:05:07+09:00 out 1200 JPY |Ｖデビット ミセ|00001|"],
  },
  {
    source: "paypay",
    lines: [
      "取引日,出金金額（円）,入金金額（円）,海外出金金額,通貨,変換レート（円）,利用国,取引内容,取引先,取引方法,支払い区分,利用者,取引番号",
      '2024/01/05 09:05:07,"1,200",-,-,-,-,-,支払い,ミセ,PayPay残高,-,-,T1',
      "2024/01/05 09:06:07,-,500,-,-,-,-,チャージ,ギンコウ,ギンコウ,-,-,T2",
    ],
    rows: [
      "2 2024-01-05T09:05:07+09:00 out 1200 JPY ミセ|支払い|T1|",
      "3 2024-01-05T09:06:07+09:00 in 500 JPY ギンコウ|チャージ|T2|",
    ],
  },
  {
    source: "sbi-net-bank",
    encoding: "shift_jis",
    lines: [
      '"日付","内容","出金金額(円)","入金金額(円)","残高(円)","メモ"',
      '"2024/01/05","口座振替　ミセ","1,200","","98,800","-"',
    ],
    rows: ["2 2024-01-05 out 1200 JPY |口座振替 ミセ||"],
  },
  {
    source: "sony-bank",
    encoding: "shift_jis",
    lines: [
      '"お取り引き日","摘要","参考情報","お預け入れ額","お引き出し額","差し引き残高"',
      '"2024年1月5日","デビット","ミセ","","1,200","98,800"',
    ],
    rows: ["2 2024-01-05 out 1200 JPY |ミセ||"],
  },
];

test.each(samples)(
  "$source is read row by row: $lines.0",
  ({ source, lines, rows, encoding, complaints = [] }) => {
    const text = `${lines.join("\r\n")}\r\n`;
    const bytes = encoding === undefined ? new TextEncoder().encode(text) : encoded(text, encoding);
    const read = readRecords({ file: "f", bytes });
    expect([read.source, read.encoding]).toEqual([source, encoding ?? "utf-8"]);
    const told = read.rows.map((row) =>
      row.kind === "money"
        ? `${row.at.row} ${row.time ?? row.date} ${row.direction} ${row.amount} ${row.currency} ${row.counterparty ?? ""}|${row.description ?? ""}|${row.orderId ?? ""}|${row.card ?? ""}`
        : row.kind,
    );
    expect(told).toEqual(rows);
    // Every line that is neither a row nor about the file itself is told; the samples have one each where they have any.
    expect(read.complaints.map(({ at, code }) => `${at.row} ${code}`)).toEqual(complaints);
  },
);

test.each([
  [
    "carrier-calls",
    [
      "序号,业务类型,通话起始时间,通话时长,呼叫类型,对方号码,本机通话地,对方归属地,通话类型,通话费",
      "1,语音电话,2024-01-05 12:00:01,1分2秒,被叫,13900000001,成都,成都,国内,0.00",
    ],
    "2024-01-05T12:00:01+08:00 call in 13900000001 62",
  ],
  [
    "carrier-calls",
    [
      "主叫,被叫,呼叫类型,通话地,开始时间,时长(s),费用",
      "13900000001,13900000002,被叫,天津,2024-01-05 12:00:01,62,0.00",
    ],
    "2024-01-05T12:00:01+08:00 call in 13900000001 62",
  ],
  [
    "carrier-calls",
    ["通话日期,通话时间,主叫/被叫,对方号码,通话时长", "2024-01-05,12:00:01,主叫,10000,00:01:02"],
    "2024-01-05T12:00:01+08:00 call out 10000 62",
  ],
  [
    "carrier-texts",
    ["发送时间,对方号码,业务类型,收发类型,短信费", "2024-01-05 12:00:01,10659210000,国内短信,接收,0.00"],
    "2024-01-05T12:00:01+08:00 text in 10659210000 ",
  ],
  [
    "carrier-service",
    ["受理时间,业务名称,受理渠道,受理工号,受理结果", "2024-01-05 12:00:01,挂失解除,10000号人工,K12345,成功"],
    "2024-01-05T12:00:01+08:00 service 挂失解除|10000号人工|K12345|成功",
  ],
  [
    "handset-history",
    ["开始时间,IMEI,IMSI,终端型号", "2024-01-05 12:00:01,860000000001234,460000000005678,某型手机"],
    "2024-01-05T12:00:01+08:00 service 某型手机 IMEI ****1234 IMSI ****5678|||",
  ],
])("a carrier's list is known by its words: %s, %s", (source, lines, expected) => {
  const read = readRecords({ file: "f", bytes: new TextEncoder().encode(lines.join("\n")) });
  expect(read.source).toBe(source);
  const told = read.rows.map((row) =>
    row.kind === "service"
      ? `${row.time} service ${row.description}|${row.channel ?? ""}|${row.counterparty ?? ""}|${row.status ?? ""}`
      : row.kind === "money"
        ? ""
        : `${row.time} ${row.kind} ${row.direction} ${row.counterparty} ${row.durationSeconds ?? ""}`,
  );
  expect(told).toEqual([expected]);
});

test.each([
  [
    "Start Date :,1 Apr 2025\nEnd Date :,30 Apr 2025\nTxn Date,Value Date,Description,Ref No,Debit,Credit,Balance",
    "2025-04-01",
    "2025-04-30",
  ],
  [
    "Período ;01/07/2024 a 31/07/2024\nData Lançamento;Histórico;Descrição;Valor;Saldo",
    "2024-07-01",
    "2024-07-31",
  ],
  [
    "Statement From : 01/07/2024 To : 31/07/2024\nDate,Narration,Chq/Ref No,Withdrawal Amt.,Deposit Amt.",
    "2024-07-01",
    "2024-07-31",
  ],
])("what a statement says of its own period: %j", (text, from, to) => {
  const { declared } = readRecords({ file: "f", bytes: new TextEncoder().encode(`${text}\n`) });
  expect([declared.from?.slice(0, 10), declared.to?.slice(0, 10)]).toEqual([from, to]);
});

test("an hour that exists twice is read as the first and told, one that never was is told", () => {
  const { rows, complaints } = readRecords({
    file: "f",
    bytes: new TextEncoder().encode(
      [
        "Transaction ID,Date,Time,Type,Name,Emoji,Category,Amount,Currency",
        "tx1,27/10/2024,01:30:00,Card,Shop,,x,-3.20,GBP",
        "tx2,31/03/2024,01:30:00,Card,Shop,,x,-3.20,GBP",
        "tx3,27/10/2024,02:30:00,Card,Shop,,x,-3.20,GBP",
      ].join("\n"),
    ),
  });
  expect(rows.map(({ time }) => time)).toEqual([
    "2024-10-27T01:30:00+01:00",
    "2024-03-31T01:30:00+00:00",
    "2024-10-27T02:30:00+00:00",
  ]);
  expect(complaints.map(({ at, code }) => `${at.row} ${code}`)).toEqual([
    "2 record/odd-hour",
    "3 record/odd-hour",
  ]);
});

/** The rows of a file as they are told in one line each. */
const told = (file: string, lines: readonly string[]) => {
  const { source, rows } = readRecords({ file, bytes: new TextEncoder().encode(`${lines.join("\n")}\n`) });
  return [
    source,
    ...rows.map((row) => (row.kind === "money" ? `${row.date} ${row.direction} ${row.amount}` : "")),
  ];
};

test("a bank that names no column is read where its sums have signs, and by a mapping that counts them", () => {
  const lines = [
    '19/09/2022,"-50.00",SHOP,"+1200.10"',
    '18/09/2022,"+3104.20",SALARY,"+1250.10"',
    '17/09/2022,"-4.50",BUS,"+100.10"',
  ];
  const rows = ["2022-09-19 out 50.00", "2022-09-18 in 3104.20", "2022-09-17 out 4.50"];
  expect(told("f.csv", lines)).toEqual(["guessed", ...rows]);
  // Without a sign nobody can say which way it went.
  expect(
    told(
      "f.csv",
      lines.map((line) => line.replaceAll(/[-+]/g, "")),
    ),
  ).toEqual([undefined]);
  // What is left may be less than nothing, and was spent by nobody.
  const overdrawn = [
    "19/09/2022,SHOP,50.00,-103.20",
    "18/09/2022,BUS,3.20,-53.20",
    "17/09/2022,BAR,9.00,-50.00",
  ];
  expect(told("f.csv", overdrawn)).toEqual([undefined]);
  const { layout } = readMapping({
    source: "my-bank",
    kind: "money",
    columns: { moment: "1", amount: "2", description: "3" },
    order: "day-first",
  });
  const bytes = new TextEncoder().encode(`${lines.join("\n")}\n`);
  const mapped = readRecords({ file: "f.csv", bytes, mapping: layout! });
  expect([mapped.source, mapped.rows.length]).toEqual(["my-bank", 3]);
});

test.each([
  [
    "hdfc",
    [
      "  Date     ,Narration  ,Value Dat,Debit Amount  ,Credit Amount ,Chq/Ref Number ,Closing Balance",
      "  01/06/20 ,UPI-SHOP-a@b ,01/06/20 ,   55.00  ,   0.00 ,'0000016312345678 ,  11240.50  ",
    ],
    "2020-06-01 out 55.00",
  ],
  [
    "icici",
    [
      ",S No.,Value Date,Transaction Date,Cheque Number,Transaction Remarks,Withdrawal Amount (INR ),Deposit Amount (INR ),Balance (INR )",
      ",1,01/06/2020,01/06/2020,-,UPI/1/x@ybl,55.00,0.0,1000.00",
    ],
    "2020-06-01 out 55.00",
  ],
  [
    "bmo-debit",
    [
      "First Bank Card,Transaction Type,Date Posted, Transaction Amount,Description",
      "'5191230000001234',DEBIT,'20230518,-68.32,SHOP",
    ],
    "2023-05-18 out 68.32",
  ],
  [
    "revolut",
    [
      "Art,Produkt,Datum des Beginns,Datum des Abschlusses,Beschreibung,Betrag,Gebühr,Währung,Status,Kontostand",
      "KARTENZAHLUNG,Aktuell,2022-09-19 10:00:00,2022-09-20 11:00:00,SHOP,-50.20,0.00,EUR,ABGESCHLOSSEN,1200.00",
    ],
    "undefined out 50.20",
  ],
  [
    "wells-fargo",
    ['"07/25/2024","(12.50)","*","","SHOP"', '"07/26/2024","1000.00","*","","PAY"'],
    "2024-07-25 out 12.50",
  ],
])("a header as others write it: %s", (source, lines, first) => {
  expect(told("f.csv", lines).slice(0, 2)).toEqual([source, first]);
});

test("a mobile carrier's list of calls begins with when they were connected", () => {
  const bytes = encoded(
    "通信起始时间,通信地点,通信方式,对方号码,通信时长\n2025-05-27 16:31:00,银川,主叫,110,4分1秒\n",
    "gb18030",
  );
  expect(readRecords({ file: "f", bytes }).source).toBe("carrier-calls");
});
