package jp.careplan.support.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.careplan.support.SiteValues;
import jp.careplan.support.internal.saving.Saving;

/** かんたん計算: all that is counted stands in the address, so that it can be passed on. */
@Named("saving")
@RequestScoped
public class SavingView {
  private static final int MOST_COUNT = 9_999;
  private static final int MOST_YEN = 99_999;

  /** How one goes across today, with the minutes and costs that are taken to begin with. */
  public enum Method {
    FAX("FAX", 8, 20),
    POST("郵送", 10, 110),
    BY_HAND("手渡し", 15, 100),
    MAIL("メール", 6, 5),
    MEDIA("USBメモリーなど", 12, 50);

    private final String label;
    private final int minutes;
    private final int costs;

    Method(String label, int minutes, int costs) {
      this.label = label;
      this.minutes = minutes;
      this.costs = costs;
    }

    public String label() {
      return label;
    }

    static Method of(String name) {
      for (Method it : values()) {
        if (it.name().equals(name)) {
          return it;
        }
      }
      return FAX;
    }
  }

  @Inject private SiteValues site;

  private Method method = Method.FAX;
  private Saving saving = new Saving(0, 0, 0, 0, 0, 0, 0);
  private final List<String> corrected = new ArrayList<>();

  @PostConstruct
  void count() {
    method = Method.of(HelpView.asked("method"));
    saving =
        new Saving(
            number("sent", "送る提供票", 60, MOST_COUNT),
            number("received", "受ける実績", 60, MOST_COUNT),
            number("minutes", "1件の分数", method.minutes, 480),
            number("wage", "時給", 1_500, MOST_YEN),
            number("costs", "1件の費用", method.costs, MOST_YEN),
            number("percent", "時間の割合", 33, 100),
            number("fee", "年の料金", site.yearlyFee(), 999_999));
  }

  /** What cannot be a number becomes the first value, and is told. */
  private int number(String name, String label, int first, int most) {
    String typed =
        Normalizer.normalize(HelpView.asked(name), Normalizer.Form.NFKC).replaceAll("[,\\s]", "");
    if (typed.isEmpty()) {
      return first;
    }
    if (typed.matches("[0-9]{1,7}") && Integer.parseInt(typed) <= most) {
      return Integer.parseInt(typed);
    }
    corrected.add("%sは、0から%,dまでの数字で入れてください。いまは%,dで計算しています。".formatted(label, most, first));
    return first;
  }

  public Saving getCounted() {
    return saving;
  }

  public List<String> getCorrected() {
    return corrected;
  }

  public List<Method> getMethods() {
    return List.of(Method.values());
  }

  public boolean isMethod(Method one) {
    return one == method;
  }

  public String yen(long yen) {
    return String.format(Locale.JAPAN, "%,d円", yen);
  }

  /** 3時間20分. */
  public String time(long minutes) {
    long hours = minutes / 60;
    long rest = minutes % 60;
    return (hours > 0 ? hours + "時間" : "") + (rest > 0 || hours == 0 ? rest + "分" : "");
  }

  /** Width of a bar against the longer one, in percent. */
  public long width(long value, long longest) {
    return longest <= 0 ? 0 : Math.max(1, value * 100 / longest);
  }
}
