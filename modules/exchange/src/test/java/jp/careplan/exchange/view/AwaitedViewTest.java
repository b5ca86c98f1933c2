package jp.careplan.exchange.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.careplan.exchange.MonthBoard.Awaited;
import jp.careplan.exchange.TransmissionId;
import org.junit.jupiter.api.Test;

class AwaitedViewTest {
  private static List<Awaited> of(int plans, int people) {
    return IntStream.range(0, plans)
        .mapToObj(plan -> TransmissionId.next())
        .flatMap(plan ->
            IntStream.rangeClosed(1, people)
                .mapToObj(place -> new Awaited(plan, place, false, Optional.empty())))
        .sorted(Comparator.comparing(AwaitedView::place))
        .toList();
  }

  @Test
  void aPageOpensTwentyPlansAtMost() {
    List<Awaited> all = of(45, 1);

    List<Awaited> first = AwaitedView.page(all, "");
    List<Awaited> second = AwaitedView.page(all, AwaitedView.place(first.getLast()));
    List<Awaited> third = AwaitedView.page(all, AwaitedView.place(second.getLast()));

    assertEquals(all.subList(0, 20), first);
    assertEquals(all.subList(20, 40), second);
    assertEquals(all.subList(40, 45), third);
  }

  @Test
  void aPageHoldsAHundredPeopleAtMost() {
    List<Awaited> all = of(1, 250);

    List<Awaited> first = AwaitedView.page(all, "");
    List<Awaited> second = AwaitedView.page(all, AwaitedView.place(first.getLast()));

    assertEquals(all.subList(0, 100), first);
    assertEquals(all.subList(100, 200), second);
  }
}
