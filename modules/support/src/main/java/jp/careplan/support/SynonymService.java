package jp.careplan.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.Sha256;
import jp.careplan.support.internal.search.SynonymGroup;

/** No transaction of its own: an effect takes a while, and nobody shall wait for it. */
@ApplicationScoped
class SynonymService implements SynonymDesk {
  @Inject private EditingOperator operator;
  @Inject private SynonymVersions versions;
  @Inject private SynonymEffects effects;

  @Override
  public Listed newest() {
    operator.require();
    return versions.newest();
  }

  @Override
  public Listed version(int number) {
    operator.require();
    return versions.require(number);
  }

  @Override
  public List<Version> versions(int most) {
    operator.require();
    return versions.versions(most);
  }

  @Override
  public Effect effect(Change change) {
    operator.require();
    Listed base = versions.newest();
    return effectOn(base, proposed(base, change));
  }

  private Effect effectOn(Listed base, List<String> proposed) {
    return effects.of(markOf(base, proposed), base.groups(), proposed);
  }

  private static String markOf(Listed base, List<String> proposed) {
    return Sha256.hex(base.version().number() + "\n" + String.join("\n", proposed));
  }

  @Override
  public void save(Change change, String mark, boolean sure) {
    String by = operator.require();
    Listed base = versions.newest();
    List<String> proposed = proposed(base, change);
    if (!mark.equals(markOf(base, proposed)) || (!sure && effectOn(base, proposed).worse() > 0)) {
      throw new DomainException(SupportProblem.SYNONYMS_UNSEEN, "");
    }
    String action = change instanceof Change.Restore ? "synonyms-restored" : "synonyms-saved";
    versions.add(base, proposed, by, action);
  }

  private List<String> proposed(Listed base, Change change) {
    List<String> proposed =
        switch (change) {
          case Change.Group group -> with(group, base.groups());
          case Change.Restore restore -> versions.require(restore.number()).groups();
        };
    if (proposed.equals(base.groups())) {
      throw unfit("いまの同義語と同じです。変えるところがありません。");
    }
    return proposed;
  }

  private static List<String> with(Change.Group group, List<String> groups) {
    List<String> others = new ArrayList<>(groups);
    int at = group.before().isEmpty() ? others.size() : others.indexOf(group.before());
    if (at < 0) {
      throw new DomainException(SupportProblem.SYNONYMS_CHANGED, "");
    }
    if (!group.before().isEmpty()) {
      others.remove(at);
    }
    if (!group.after().isEmpty()) {
      SynonymGroup.fault(group.after())
          .or(() -> SynonymGroup.clash(group.after(), group.before(), others))
          .ifPresent(it -> {
            throw unfit(it);
          });
      others.add(at, group.after());
    } else if (group.before().isEmpty()) {
      throw unfit(SynonymGroup.fault("").orElse(""));
    }
    return List.copyOf(others);
  }

  private static DomainException unfit(String why) {
    return new DomainException(SupportProblem.SYNONYMS_UNFIT, why);
  }
}
