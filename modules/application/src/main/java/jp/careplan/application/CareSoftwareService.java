package jp.careplan.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

@ApplicationScoped
@Transactional
class CareSoftwareService implements CareSoftwareList {
  @PersistenceContext private EntityManager em;

  @Override
  public List<CareSoftware> all() {
    return em.createQuery("select s from CareSoftwareRow s order by s.name", CareSoftwareRow.class)
        .getResultStream()
        .map(CareSoftwareRow::entry)
        .toList();
  }

  @Override
  public void enter(List<CareSoftware> software) {
    if (all().isEmpty()) {
      software.forEach(it -> em.persist(new CareSoftwareRow(it)));
    }
  }
}
