package jp.careplan.exchange.internal.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.careplan.exchange.internal.form.Block.Fact;
import jp.careplan.exchange.internal.standard.SentRecord;

/**
 * What stands on top of each form of a person.
 *
 * @param supplement 利用者補足情報 of the same unit, which tells what the other files leave out
 */
record Heading(Person person, Optional<SentRecord> supplement) {
  /** 利用者名 and the numbers. */
  void write(Sheet sheet, SentRecord record) {
    sheet.facts("", lines(sheet, record).toArray(Fact[]::new));
  }

  /** The same, and what the slip has of the certification. */
  void writeWithLimits(Sheet sheet, SentRecord record) {
    var facts = lines(sheet, record);
    supplement.ifPresent(it -> {
      var other = new Sheet("", "", List.of(it));
      facts.add(other.fact(it, "生年月日", "birth_date"));
      facts.add(other.fact(it, "性別", "sex"));
      facts.add(other.fact(it, "要介護状態区分", "care_level"));
      facts.add(other.fact(it, "変更日", "care_level_change_date"));
      facts.add(other.fact(it, "区分支給限度基準額（単位）", "benefit_limit_units"));
      facts.add(other.span(it, "限度額適用期間", "limit_start_date", "limit_end_date"));
    });
    sheet.facts("", facts.toArray(Fact[]::new));
  }

  private List<Fact> lines(Sheet sheet, SentRecord record) {
    List<Fact> facts = new ArrayList<>();
    facts.add(sheet.fact(record, "保険者番号", "insurer_no"));
    facts.add(sheet.fact(record, "被保険者番号", "insured_no"));
    for (String name : List.of("name", "name_kana")) {
      String known = name.equals("name") ? person.name() : person.kanaName();
      if (record.text(name).equals(known)) {
        sheet.ignore(name);
      }
    }
    if (!person.name().isEmpty()) {
      String kana = person.kanaName().isEmpty() ? "" : "（" + person.kanaName() + "）";
      facts.add(new Fact("利用者名", person.name() + " 様" + kana, false, true));
    }
    return facts;
  }
}
