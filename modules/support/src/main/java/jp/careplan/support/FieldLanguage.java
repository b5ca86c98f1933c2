package jp.careplan.support;

import jakarta.enterprise.context.ApplicationScoped;
import jp.careplan.support.internal.search.SearchLanguage;
import org.jspecify.annotations.Nullable;

/** The dictionaries of this node, which are large: loaded at the first use, then shared. */
@ApplicationScoped
class FieldLanguage {
  private @Nullable SearchLanguage base;

  synchronized SearchLanguage base() {
    if (base == null) {
      base = SearchLanguage.ofTheField();
    }
    return base;
  }
}
