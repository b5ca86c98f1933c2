package jp.careplan.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.LongConsumer;
import jp.careplan.kernel.internal.chain.ChainBreak;
import jp.careplan.kernel.internal.chain.ChainTables;
import jp.careplan.kernel.internal.chain.ChainWalk;
import jp.careplan.kernel.internal.chain.Head;
import jp.careplan.kernel.internal.chain.Seal;

/** Reads the chain in short transactions, however long it is. */
@ApplicationScoped
class AuditSealService implements AuditSeals {
  private static final int AT_ONCE = 500;

  @Inject private SealStore store;
  @Inject private SealExport export;
  @Inject private EntryStamps stamps;
  @Inject private KeyStoreFile keys;

  @Override
  public State state() {
    return store.step(connection -> {
      var tables = new ChainTables(connection);
      Head head = tables.head();
      return new State(
          head.number(),
          head.hash(),
          head.sealed(),
          tables.waiting(),
          tables.seals(head.number() - 1, 1).stream().findFirst().flatMap(Seal::sealedAt));
    });
  }

  @Override
  public Verdict verify(LongConsumer reached) {
    try (var exported = export.read()) {
      var walk =
          new ChainWalk(
              alias -> keys.signer(alias).map(it -> it.getPublicKey()), stamps::isOurs, exported);
      while (store.step(walk::step)) {
        reached.accept(walk.report().entries());
      }
      ChainWalk.Report found = walk.report();
      return new Verdict(
          found.seals(),
          found.entries(),
          found.waiting(),
          found.breaks().stream().map(AuditSealService::told).toList(),
          found.breakCount());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Break told(ChainBreak found) {
    return new Break(Fault.valueOf(found.kind().name()), found.seal(), found.entry());
  }

  @Override
  public void write(long after, Appendable out) throws IOException {
    long from = after;
    List<Seal> found;
    do {
      long behind = from;
      found = store.step(connection -> new ChainTables(connection).seals(behind, AT_ONCE));
      for (Seal seal : found) {
        out.append(seal.json()).append('\n');
        from = seal.number();
      }
    } while (found.size() == AT_ONCE);
  }

  @Override
  public String signers() {
    return keys.sealSigners().stream().map(Pem::of).reduce("", String::concat);
  }
}
