package jp.careplan.support;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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

  /** With these groups of the field in place of the shipped ones. */
  SearchLanguage with(List<String> groups) {
    return base().with(groups);
  }
}
