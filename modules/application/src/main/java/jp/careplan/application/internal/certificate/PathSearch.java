package jp.careplan.application.internal.certificate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for a path from a certificate to an anchor, depth first, the likeliest issuer first, within
 * a budget: certificates that sign one another in many ways must not keep a node busy.
 */
final class PathSearch {
  private static final int LONGEST_PATH = 20;
  private static final int DEEPEST_NESTING = 4;

  private final List<Presented> anchors;
  private final List<Presented> pool;
  private final PathRules rules;
  private final Instant at;
  private final RevocationData known;
  private final Shared shared;
  private final int nesting;
  private Optional<Note> worst = Optional.empty();

  /** How far a failed attempt came: a whole path over a signature over a name. */
  private record Note(int rank, int length, PathVerdict.Refused refused) {}

  /** What a search has in common with those for the signers of revocation lists. */
  private static final class Shared {
    private int steps = 5_000;
    private int attempts = 150;
    private int checks = 2_000;
    private final Map<Presented, Map<Presented, Boolean>> signed = new HashMap<>();
    private final Map<List<Presented>, PathVerdict> listSigners = new HashMap<>();
  }

  private PathSearch(
      List<Presented> anchors,
      List<Presented> pool,
      PathRules rules,
      Instant at,
      RevocationData known,
      Shared shared,
      int nesting) {
    this.anchors = anchors;
    this.pool = pool;
    this.rules = rules;
    this.at = at;
    this.known = known;
    this.shared = shared;
    this.nesting = nesting;
  }

  static PathSearch start(
      List<Presented> anchors,
      List<Presented> others,
      PathRules rules,
      Instant at,
      RevocationData known) {
    var pool = new ArrayList<Presented>();
    for (Presented other : others) {
      if (anchors.stream().noneMatch(other::isSameAs) && pool.stream().noneMatch(other::isSameAs)) {
        pool.add(other);
      }
    }
    return new PathSearch(anchors, pool, rules, at, known, new Shared(), 0);
  }

  PathVerdict find(Presented leaf) {
    var path = new ArrayList<Presented>(List.of(leaf));
    Optional<PathVerdict> valid = extend(path);
    if (valid.isPresent()) {
      return valid.get();
    }
    boolean spent = shared.steps <= 0 || shared.attempts <= 0 || shared.checks <= 0;
    return worst
        .filter(note -> note.rank() == 2 || !spent)
        .map(Note::refused)
        .orElseGet(() ->
            refused(PathRefusal.TOO_COMPLEX, "too many ways", PathVerdict.Refused.NOT_PRESENTED));
  }

  /** Every certificate that might have signed a list of that issuer. */
  List<Presented> pool() {
    return pool;
  }

  /** Whether the signer of a revocation list is one itself, under the same anchor. */
  boolean isListSigner(Presented signer, Presented anchor) {
    if (nesting >= DEEPEST_NESTING) {
      return false;
    }
    List<Presented> key = List.of(signer, anchor);
    PathVerdict seen = shared.listSigners.get(key);
    if (seen == null) {
      // Stands for "being judged" as well: a signer cannot vouch for itself.
      shared.listSigners.put(
          key, refused(PathRefusal.REVOCATION_UNKNOWN, "vouches for itself", signer.index()));
      seen =
          new PathSearch(
                  List.of(anchor), pool, rules.forListSigner(), at, known, shared, nesting + 1)
              .find(signer);
      shared.listSigners.put(key, seen);
    }
    return seen instanceof PathVerdict.Valid;
  }

  private Optional<PathVerdict> extend(List<Presented> path) {
    if (--shared.steps <= 0) {
      return Optional.empty();
    }
    Presented last = path.getLast();
    boolean named = false;
    boolean signed = false;
    for (Presented anchor : anchors) {
      if (anchor.subject().equals(last.issuer())) {
        named = true;
        if (isSignedBy(last, anchor)) {
          signed = true;
          Optional<PathVerdict> verdict = attempt(path, anchor);
          if (verdict.isPresent()) {
            return verdict;
          }
        }
      }
    }
    for (Presented issuer : issuersOf(last, path)) {
      named = true;
      if (isSignedBy(last, issuer)) {
        signed = true;
        Optional<PathVerdict> verdict = through(path, issuer);
        if (verdict.isPresent()) {
          return verdict;
        }
      }
    }
    if (!signed) {
      note(
          named ? 1 : 0,
          path.size(),
          refused(
              named ? PathRefusal.BAD_SIGNATURE : PathRefusal.UNKNOWN_ISSUER,
              "issuer " + last.issuer(),
              last.index()));
    }
    return Optional.empty();
  }

  private Optional<PathVerdict> through(List<Presented> path, Presented issuer) {
    if (path.size() >= LONGEST_PATH) {
      note(1, path.size(), refused(PathRefusal.TOO_COMPLEX, "path too long", issuer.index()));
      return Optional.empty();
    }
    path.add(issuer);
    Optional<PathVerdict> verdict = extend(path);
    path.removeLast();
    return verdict;
  }

  private List<Presented> issuersOf(Presented last, List<Presented> path) {
    return pool.stream()
        .filter(it -> it.subject().equals(last.issuer()))
        .filter(it -> path.stream().noneMatch(it::isSameAs))
        .sorted(
            Comparator.comparing((Presented it) -> last.namesAnotherKeyThan(it))
                .thenComparing(it -> !isValidNow(it))
                .thenComparing(it -> path.stream().anyMatch(on -> on.key().equals(it.key())))
                .thenComparing(it -> !it.isAuthority()))
        .toList();
  }

  private boolean isValidNow(Presented it) {
    return !at.isBefore(it.certificate().getNotBefore().toInstant())
        && !at.isAfter(it.certificate().getNotAfter().toInstant());
  }

  private boolean isSignedBy(Presented child, Presented issuer) {
    Map<Presented, Boolean> signers = shared.signed.computeIfAbsent(child, it -> new HashMap<>());
    Boolean seen = signers.get(issuer);
    if (seen == null) {
      seen = --shared.checks > 0 && Signatures.fits(child.certificate(), issuer.key());
      signers.put(issuer, seen);
    }
    return seen;
  }

  private Optional<PathVerdict> attempt(List<Presented> path, Presented anchor) {
    if (--shared.attempts <= 0) {
      return Optional.empty();
    }
    try {
      var candidate = new CandidatePath(List.copyOf(path), anchor);
      candidate.check(rules, at);
      if (rules.revocation().need() != PathRules.RevocationNeed.NONE) {
        new RevocationCheck(candidate, rules, at, known, this).check();
      }
      return Optional.of(candidate.valid());
    } catch (Refusal e) {
      note(2, path.size(), e.refused());
      return Optional.empty();
    } catch (IllegalArgumentException | IllegalStateException | ClassCastException e) {
      // content that its reader let pass, and that turned out to be of another kind
      note(
          2,
          path.size(),
          refused(
              PathRefusal.MALFORMED,
              String.valueOf(e.getMessage()),
              PathVerdict.Refused.NOT_PRESENTED));
      return Optional.empty();
    }
  }

  private void note(int rank, int length, PathVerdict.Refused refused) {
    boolean further =
        worst
            .map(it -> rank > it.rank() || (rank == it.rank() && rank < 2 && length > it.length()))
            .orElse(true);
    if (further) {
      worst = Optional.of(new Note(rank, length, refused));
    }
  }

  private static PathVerdict.Refused refused(PathRefusal reason, String detail, int certificate) {
    return new PathVerdict.Refused(reason, detail, certificate, Optional.empty());
  }
}
