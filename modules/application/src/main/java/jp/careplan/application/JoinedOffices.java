package jp.careplan.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.ServiceKind;

/**
 * 連携先・事業所一覧: the offices that take part, for their partners and for anyone who thinks of joining.
 * Nothing but what {@link Listed} holds is told of an office, nor can it be searched in.
 */
public interface JoinedOffices {
  /**
   * What is looked for; empty texts: all.
   *
   * @param words parts of number, name or kana; widths, capitals and kana make no difference
   * @param prefecture 都道府県番号, two digits
   * @param kind code of a サービス種類
   */
  record Query(String words, String prefecture, String kind) {}

  /**
   * An office that takes part.
   *
   * @param joinedOn its first day
   * @param active false while it is suspended (休止): nothing can be sent to it
   */
  record Listed(
      OfficeNumber number,
      String name,
      Set<ServiceKind> kinds,
      LocalDate joinedOn,
      boolean active) {}

  /**
   * One page of a list, by number.
   *
   * @param next where the next page begins; empty at the end
   */
  record Page(List<Listed> items, Optional<String> next) {}

  /**
   * One page.
   *
   * @param after number of the last one of the page before
   */
  Page search(Query query, Optional<String> after, int limit);

  /**
   * How many take part, by 都道府県番号; those where nobody does are left out. As of a few minutes ago.
   */
  Map<String, Long> countByPrefecture();
}
