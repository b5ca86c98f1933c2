package jp.careplan.kernel;

/** Refusals of the shared values, and the general ones of any door. */
public enum KernelProblem implements ProblemCode {
  BAD_OFFICE_NUMBER("KE-101", 422, "事業所番号の形が正しくありません", "10桁の事業所番号を確かめて、入れ直してください。"),
  BAD_SERVICE_MONTH("KE-102", 422, "サービス提供年月の形が正しくありません", "西暦4桁と月2桁の6桁で入れてください（例 202606）。"),
  BAD_SERVICE_KIND("KE-103", 422, "サービス種類コードの形が正しくありません", "2文字のサービス種類コードを入れてください（例 11）。"),
  BAD_USER_ID("KE-104", 422, "ユーザIDの形が正しくありません", "KJで始まる14文字のIDを、半角で入れてください。"),
  PROXY_USER_ID("KE-105", 403, "HDで始まるIDは使えません", "HDのIDは代理請求用です。事業所のKJで始まるIDを、所在地の国保連に確かめてください。"),
  NOT_FOUND("KE-201", 404, "見つかりませんでした", "アドレスや番号を確かめてください。"),
  BAD_REQUEST("KE-202", 400, "受け取った内容を読み取れませんでした", "送る内容の形を確かめて、もう一度送ってください。"),
  CHANGED_MEANWHILE("KE-203", 409, "ほかの操作が先に行われました", "画面を開き直し、いまの状態を確かめてください。"),
  METHOD_NOT_ALLOWED("KE-204", 405, "この呼び出し方はできません", "APIの説明書で、使えるメソッドを確かめてください。"),
  UNSUPPORTED_MEDIA_TYPE("KE-205", 415, "この形式のデータは受け取れません", "Content-Typeを確かめてください。"),
  NOT_ACCEPTABLE("KE-206", 406, "求められた形式では答えられません", "Acceptヘッダーを確かめてください。"),
  TOO_MANY_REQUESTS("KE-207", 429, "短い時間に多くの要求がありました", "少し待ってから、もう一度お試しください。"),
  UNAVAILABLE("KE-208", 503, "いま一時的に使えません", "送ったものは失われていません。数分待ってから、もう一度お試しください。"),
  TOO_LARGE("KE-209", 413, "送られた内容が大きすぎます", "APIの説明書で、上限を確かめてください。"),
  TOO_SLOW("KE-210", 408, "届くのに時間がかかりすぎました", "回線を確かめて、もう一度送ってください。送ったものは受け付けていません。"),
  BAD_SETTING("KE-220", 422, "この値にはできません", "値を直して、もう一度決めてください。何も変わっていません。"),
  OUR_FAULT("KE-999", 500, "こちらの不具合で処理できませんでした", "しばらくしてからもう一度お試しください。続くときは追跡番号をお知らせください。");

  private final ProblemText text;

  KernelProblem(String code, int status, String title, String remedy) {
    text = new ProblemText(code, status, title, remedy);
  }

  @Override
  public ProblemText text() {
    return text;
  }
}
