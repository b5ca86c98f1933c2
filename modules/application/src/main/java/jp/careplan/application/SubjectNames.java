package jp.careplan.application;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What people call what entries of the trail are about. A module above tells it. */
public interface SubjectNames {
  /** Names by subject; those that have none are not in it. One query. */
  Map<String, String> of(Collection<String> subjects);

  /** The subject of that name, as somebody typed it. */
  Optional<String> subject(String name);
}
