package jp.careplan.exchange;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import jp.careplan.exchange.internal.encryption.ContentCipher;
import jp.careplan.kernel.SealedColumn;
import jp.careplan.kernel.WrappedKeys;

/** The data keys of stored content, and where else this module keeps what is sealed. */
@ApplicationScoped
@Transactional
class ContentKeys implements WrappedKeys, SealedColumn.Declared {
  private static final System.Logger LOG = System.getLogger(ContentKeys.class.getName());
  private static final int AT_ONCE = 200;

  /** Two ranges, which an index answers; a single "other than" it would not. */
  private static final String OLD =
      " from ContentAge c where (c.masterKey < :alias or c.masterKey > :alias)";

  @PersistenceContext private EntityManager em;
  @Inject private ContentCipher cipher;

  @Override
  public String name() {
    return "contents";
  }

  @Override
  public String keyInUse() {
    return cipher.keyInUse();
  }

  @Override
  public long left() {
    return em.createQuery("select count(c)" + OLD, Long.class)
        .setParameter("alias", cipher.keyInUse())
        .getSingleResult();
  }

  @Override
  public int rewrapSome() {
    String alias = cipher.keyInUse();
    List<ContentAge> found =
        em.createQuery("select c" + OLD, ContentAge.class)
            .setParameter("alias", alias)
            .setMaxResults(AT_ONCE)
            .getResultList();
    return (int) found.stream().filter(age -> rewrap(age, alias)).count();
  }

  /** One that is damaged keeps no other from it; it goes on being counted as left. */
  private boolean rewrap(ContentAge age, String alias) {
    try {
      em.createQuery(
              "update ContentAge c set c.masterKey = :alias, c.dataKey = :key"
                  + " where c.transmissionId = :id and c.masterKey = :old")
          .setParameter("alias", alias)
          .setParameter("key", cipher.rewrapped(age.masterKey(), age.dataKey(), alias))
          .setParameter("id", age.transmissionId())
          .setParameter("old", age.masterKey())
          .executeUpdate();
      return true;
    } catch (IllegalStateException e) {
      LOG.log(ERROR, "cannot wrap anew transmission=" + age.transmissionId(), e);
      return false;
    }
  }

  @Override
  public List<SealedColumn> sealedColumns() {
    List<String> key = List.of("takeout_id", "part_number");
    return List.of(
        SealedColumn.of("exchange_webhook", "id", "secret"),
        new SealedColumn("exchange_takeout_part", key, "listing", 4),
        new SealedColumn("exchange_takeout_part", key, "body", 4));
  }
}
