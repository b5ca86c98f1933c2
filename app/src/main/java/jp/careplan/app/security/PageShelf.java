package jp.careplan.app.security;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Pages of one edition and one minute, no more bytes of them than were allowed. */
final class PageShelf {
  private final Object edition;
  private final long minute;
  private final Map<String, KeptPage> pages = new ConcurrentHashMap<>();
  private final AtomicLong bytes = new AtomicLong();

  PageShelf(Object edition, long minute) {
    this.edition = edition;
    this.minute = minute;
  }

  /** Of nothing that is ever looked for. */
  static PageShelf empty() {
    return new PageShelf("", Long.MIN_VALUE);
  }

  boolean isOf(Object otherEdition, long otherMinute) {
    return isOf(otherMinute) && edition.equals(otherEdition);
  }

  boolean isOf(long otherMinute) {
    return minute == otherMinute;
  }

  Optional<KeptPage> find(String address) {
    return Optional.ofNullable(pages.get(address));
  }

  /** What does not fit is not kept: nothing else makes room for it. */
  void keep(String address, KeptPage page, long mostBytes) {
    if (bytes.addAndGet(page.size()) > mostBytes || pages.putIfAbsent(address, page) != null) {
      bytes.addAndGet(-page.size());
    }
  }
}
