package jp.careplan.application.internal.accounts;

/** What may be wrong with a file of accounts; a code never changes and is never reused. */
public enum ImportRule {
  HEADINGS(
      "AI-101",
      "見出しの行が決まりと違います。",
      "1行目を「ユーザID,事業所番号,事業所名,フリガナ,所在地,サービス種類,仮パスワード,セキュリティメール」にしてください。"),
  COLUMNS("AI-102", "列の数が8つではありません。", "値の中のカンマは、その値を\"で囲んでください。"),
  ENCODING("AI-103", "読めない文字があります。", "UTF-8かシフトJIS（MS932）で書き出してください。"),
  CONTROL("AI-104", "改行などの見えない文字が入っています。", "その文字を消してください。"),
  BROKEN("AI-105", "CSVの形が壊れていて、ここから先を読めません。", "\"の数が合っているかを確かめてください。"),
  TOO_LONG_FILE("AI-106", "ファイルが大きすぎます。", "20万行、64MBまでに分けてください。分けるときは、都道府県ごとにしてください。"),
  NO_ROWS("AI-107", "アカウントの行がありません。", "見出しの下に、1行に1つずつ入れてください。"),
  USER_ID("AI-201", "ユーザIDの形が正しくありません。", "KJ、2桁の数字、10桁の事業所番号を、半角でつなげてください。"),
  PROXY_USER_ID("AI-202", "HDで始まるIDは、代理請求用なので使えません。", "その行を消すか、事業所のKJのIDに直してください。"),
  OFFICE_NUMBER("AI-203", "事業所番号の形が正しくありません。", "半角の10桁にしてください。3桁目は英大文字でもかまいません。"),
  OTHER_OFFICE("AI-204", "ユーザIDの中の事業所番号と、事業所番号の列が違います。", "どちらが正しいかを確かめてください。"),
  SAME_USER_ID("AI-205", "同じユーザIDが、前の行にもあります。", "片方を消してください。"),
  SAME_OFFICE("AI-206", "同じ事業所番号が、前の行にもあります。", "1つの事業所は1行にしてください。"),
  NAME("AI-207", "事業所名がないか、長すぎます。", "1文字以上、200文字以下にしてください。"),
  KANA_NAME("AI-208", "フリガナに使えない文字があるか、長すぎます。", "カタカナ、英数字、空白で、200文字以下にしてください。空でもかまいません。"),
  ADDRESS("AI-209", "所在地が長すぎます。", "300文字以下にしてください。空でもかまいません。"),
  KINDS("AI-210", "サービス種類の形が正しくありません。", "2文字のコードを、空白で区切って1つ以上、60以下で並べてください（例 11 15）。"),
  PASSWORD("AI-211", "仮パスワードに使えない文字があるか、長さが合いません。", "半角の英数字と記号で、8文字以上64文字以下にしてください。"),
  HASH(
      "AI-212",
      "仮パスワードのハッシュの形が、受け取れるものではありません。",
      "$argon2id$v=19$m=…,t=…,p=1$… の形で、64MB以下、10回以下、32バイトにしてください。"),
  PASSWORD_MISSING("AI-213", "初めてのアカウントに、仮パスワードがありません。", "仮パスワードか、そのハッシュを入れてください。"),
  MAIL("AI-214", "メールアドレスの形が正しくありません。", "半角で 名前@会社.jp の形にしてください。空でもかまいません。");

  private final String code;
  private final String what;
  private final String remedy;

  ImportRule(String code, String what, String remedy) {
    this.code = code;
    this.what = what;
    this.remedy = remedy;
  }

  public String code() {
    return code;
  }

  public String what() {
    return what;
  }

  public String remedy() {
    return remedy;
  }
}
