package jp.careplan.exchange.internal.form;

import java.util.List;
import jp.careplan.exchange.internal.standard.PersonKey;

/**
 * Someone a unit is about. Masks itself in text.
 *
 * @param position from 1, in the order of the files; what addresses name instead of the person
 * @param name 利用者氏名; empty where the unit does not tell it, as results and deletions do not
 * @param kanaName フリガナ; empty where the unit does not tell it
 * @param contents what there is: 第6表 9行
 */
public record Person(
    int position, PersonKey key, String name, String kanaName, List<String> contents) {

  /** What to call the person: the name, or else the number. */
  public String called() {
    return name.isEmpty() ? "被保険者番号 " + key.insuredNumber() : name;
  }

  /** The same person by what another unit calls it. */
  Person named(Person other) {
    return new Person(position, key, other.name, other.kanaName, contents);
  }

  public String contentsInWords() {
    return String.join("、", contents);
  }

  @Override
  public String toString() {
    return "Person[" + position + "]";
  }
}
