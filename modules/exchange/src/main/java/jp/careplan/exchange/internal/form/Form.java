package jp.careplan.exchange.internal.form;

import java.util.List;

/**
 * One form of one person.
 *
 * @param number as people call it: 第6表; empty where it has none
 * @param title as it stands on the paper
 */
public record Form(String number, String title, List<Block> blocks) {
  @Override
  public String toString() {
    return "Form[" + title + "]";
  }
}
