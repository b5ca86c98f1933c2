package jp.careplan.launcher.trouble;

import static jp.careplan.launcher.trouble.Exit.LOCAL_TROUBLE;
import static jp.careplan.launcher.trouble.Exit.MISUSE;
import static jp.careplan.launcher.trouble.Exit.NOT_ADMITTED;
import static jp.careplan.launcher.trouble.Exit.REFUSED;

/** What the launcher finds out by itself. Codes are read out on the telephone and never change. */
public enum LauncherProblem {
  NO_PROFILE("CL-101", MISUSE, "このパソコンには、まだ登録がありません", "「careplan enroll」で、電子証明書とユーザIDを登録してください。"),
  WHICH_PROFILE("CL-102", MISUSE, "どの登録を使うか決まりません", "「--profile 名前」で選んでください。"),
  PROFILE_TAKEN("CL-103", MISUSE, "同じ名前で、別の登録があります", "「--name 名前」で、別の名前を付けて登録してください。"),
  SECRET_ON_COMMAND_LINE(
      "CL-104",
      MISUSE,
      "パスワードを、コマンドの中に書くことはできません",
      "書いた内容は、ほかの人の画面や履歴に残ります。もし本物を書いたなら、変更してください。"
          + "入力欄で入れるか、環境変数 CAREPLAN_PASSWORD、または自分だけが読めるファイルを「--password-file」で示してください。"),
  NO_SECRET("CL-105", MISUSE, "パスワードを入れるところがありません", "画面のある端末で動かすか、環境変数、または自分だけが読めるファイルで渡してください。"),
  SECRET_FILE_OPEN(
      "CL-106", MISUSE, "パスワードのファイルを、ほかの人も読めます", "自分だけが読めるように直してください（例 chmod 600 ファイル名）。"),
  FILE_UNREADABLE("CL-107", MISUSE, "ファイルを読めません", "場所と名前、読む権限を確かめてください。"),
  WINDOWS_ONLY(
      "CL-108",
      MISUSE,
      "Windowsの証明書の置き場所は、Windowsでだけ使えます",
      "このパソコンでは「--certificate ファイル名」で、電子証明書のファイルを示してください。"),
  BAD_USER_ID("CL-109", MISUSE, "ユーザIDの形が正しくありません", "KJで始まる14文字のIDを、半角で入れてください。職員のIDは、後ろの番号も入れます。"),
  PROXY_USER_ID(
      "CL-110", MISUSE, "HDで始まるIDは使えません", "HDのIDは代理請求用です。事業所のKJで始まるIDを、所在地の国保連に確かめてください。"),
  BAD_USAGE("CL-111", MISUSE, "コマンドの書き方を確かめてください", "「careplan --help」で使い方を見られます。"),
  NO_SCREEN("CL-112", MISUSE, "画面がないため、ウィンドウを開けません", "コマンドを使ってください。「careplan --help」で一覧を見られます。"),
  NOTHING_TO_SEND("CL-113", MISUSE, "送るファイルがありません", "介護ソフトで書き出したCSVファイル、またはそのフォルダを示してください。"),
  NO_TERMINAL_NAME(
      "CL-114",
      MISUSE,
      "このパソコンの名前がありません",
      "見分けのつく名前を付けてください（例 受付のパソコン）。コマンドでは「--terminal-name」です。"),
  PASSWORDS_DIFFER("CL-115", MISUSE, "2つの欄のパスワードが違います", "同じものを2回入れてください。"),
  NO_SIGNERS(
      "CL-116",
      MISUSE,
      "署名者の証明書（signers.pem）がありません",
      "この仕組みの「証明書を確かめる」の画面から signers.pem を保存して同じフォルダに置くか、「--signers ファイル」で示してください。"),
  MESSAGE_FOR_ONE(
      "CL-117",
      MISUSE,
      "メッセージや添付は、1組のファイルにだけ付けられます",
      "送るファイルを1組だけ示すか、「--to 事業所番号」でメッセージだけを送ってください。"),
  MESSAGE_ALONE(
      "CL-118",
      MISUSE,
      "「--to」は、メッセージだけを送るときに使います",
      "ファイルを示さずに、「--message」か「--attach」と一緒に使ってください。"),
  CERTIFICATE_UNREADABLE(
      "CL-201", NOT_ADMITTED, "電子証明書を開けません", "電子証明書のパスワードと、ファイル（.p12 または .pfx）を確かめてください。"),
  CERTIFICATE_EXPIRED(
      "CL-202",
      NOT_ADMITTED,
      "電子証明書の有効期間が終わっています",
      "新しい電子証明書を受け取り、「careplan enroll」で入れ直してください。パソコンの日付も確かめてください。"),
  CERTIFICATE_NOT_YET_VALID(
      "CL-203",
      NOT_ADMITTED,
      "電子証明書の有効期間が、まだ始まっていません",
      "パソコンの日付と時刻を確かめてください。合っていれば、有効期間の初日までお待ちください。"),
  CERTIFICATE_KIND(
      "CL-204",
      NOT_ADMITTED,
      "この種類の電子証明書は使えません",
      "介護保険証明書か、請求委任事業所用ケアプラン証明書を選んでください。代理人証明書と障害者総合支援証明書は使えません。"),
  CERTIFICATE_OF_OTHER_OFFICE(
      "CL-205", NOT_ADMITTED, "電子証明書とユーザIDの事業所が違います", "電子証明書の事業所番号と同じ番号の、KJで始まるIDを使ってください。"),
  CERTIFICATE_AUTHORITY(
      "CL-206",
      NOT_ADMITTED,
      "この電子証明書の発行者を、接続先が認めていません",
      "接続先のアドレスと、電子証明書の発行者を確かめてください。古い電子証明書なら、新しいものを入れ直してください。"),
  CERTIFICATE_REFUSED(
      "CL-207",
      NOT_ADMITTED,
      "接続先が、この電子証明書を受け付けませんでした",
      "電子証明書の有効期間と発行者を「careplan status」で確かめ、わからないときは窓口へお問い合わせください。"),
  SERVER_NOT_TRUSTED(
      "CL-208",
      NOT_ADMITTED,
      "接続先が本物かどうかを確かめられません",
      "何も送っていません。接続先のアドレスを確かめてください。認証局の証明書が配られているときは、ログインの画面か「--server-ca」で登録します。"),
  SERVER_NAME_DIFFERS(
      "CL-209", NOT_ADMITTED, "接続先の名前が、サーバー証明書と違います", "何も送っていません。登録した接続先のアドレスを確かめてください。"),
  SERVER_CERTIFICATE_DATES(
      "CL-210", NOT_ADMITTED, "サーバー証明書の有効期間が、いまの日付と合いません", "何も送っていません。パソコンの日付と時刻が正しいか、まず確かめてください。"),
  UNREACHABLE(
      "CL-301",
      Exit.UNREACHABLE,
      "接続先につながりません",
      "インターネットにつながっているか、接続先のアドレスが正しいかを確かめて、もう一度お試しください。同じ操作をくり返しても、二重には送られません。"),
  PROXY_IN_THE_WAY(
      "CL-302", Exit.UNREACHABLE, "中継サーバー（プロキシ）で止まりました", "事業所のネットワークの担当者に、この接続先への通信を許すよう頼んでください。"),
  BUSY("CL-303", Exit.UNREACHABLE, "接続先が混み合っています", "しばらく待ってから、もう一度お試しください。同じ操作をくり返しても、二重には送られません。"),
  NOT_THE_EXCHANGE(
      "CL-304",
      Exit.UNREACHABLE,
      "接続先から、読み取れない答えが返りました",
      "接続先のアドレスとポートを「careplan status」で確かめてください。"),
  NAME_FITS_NOTHING(
      "CL-401",
      REFUSED,
      "ファイルの名前が、標準仕様の決まりに合いません",
      "介護ソフトが書き出したままの名前で送ってください。名前を変えたときは、書き出し直してください。"),
  WITHDRAWN_EARLIER("CL-402", REFUSED, "同じ内容を前に送り、取り消しています", "もう一度送るときは「--resend」を付けてください。"),
  BYTES_DIFFER(
      "CL-403", REFUSED, "届いたファイルが、送られたものと一致しません", "保存していません。もう一度受け取ってください。続くときは窓口へお知らせください。"),
  OTHER_FILE_THERE(
      "CL-404",
      REFUSED,
      "保存先に、同じ名前で中身の違うファイルがあります",
      "上書きはしていません。「--to フォルダ」で別の保存先を選び、IDを示して受け取り直してください。"),
  RECEIPT_INVALID("CL-405", REFUSED, "受付証が正しいと確かめられません", "受付証のファイルと、署名者の証明書を確かめてください。"),
  RECEIPT_OF_OTHER_CONTENT(
      "CL-406", REFUSED, "受付証の内容が、送ったファイルと一致しません", "受け付けられたか確かめられません。番号を控えて、窓口へお知らせください。"),
  FILES_DIFFER(
      "CL-407", REFUSED, "受付証は本物ですが、ファイルが受付証と一致しません", "フォルダが正しいか、ファイルを開いて保存し直していないかを確かめてください。"),
  DISK("CL-501", LOCAL_TROUBLE, "このパソコンのフォルダに書き込めません", "空き容量と、書き込む権限を確かめてください。"),
  OLD_JAVA("CL-502", LOCAL_TROUBLE, "Javaが古すぎます", "Java 21か、それより新しいものを入れてください。"),
  CLOCK_WRONG("CL-503", LOCAL_TROUBLE, "パソコンの時計がずれています", "日付と時刻を合わせてください。自動で合わせる設定が確実です。"),
  CLOCK_UNKNOWN(
      "CL-504",
      Exit.UNREACHABLE,
      "パソコンの時計を確かめられません",
      "入り口につながらないときは、先にそれを直してください。つながるときは、日付と時刻をご自分で確かめてください。"),
  OUR_FAULT(
      "CL-599", LOCAL_TROUBLE, "連携クライアントの不具合で止まりました", "「--debug」を付けてもう一度動かし、出た内容を窓口へお知らせください。");

  private final String code;
  private final Exit exit;
  private final String title;
  private final String remedy;

  LauncherProblem(String code, Exit exit, String title, String remedy) {
    this.code = code;
    this.exit = exit;
    this.title = title;
    this.remedy = remedy;
  }

  public String code() {
    return code;
  }

  public Exit exit() {
    return exit;
  }

  public String title() {
    return title;
  }

  public String remedy() {
    return remedy;
  }
}
