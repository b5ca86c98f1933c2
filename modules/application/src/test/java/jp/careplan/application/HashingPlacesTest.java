package jp.careplan.application;

import static jp.careplan.application.ApplicationProblem.SIGN_IN_BUSY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HashingPlacesTest {
  private static final int FLOOD = 200;

  private final HashingPlaces places = new HashingPlaces(2);
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicInteger working = new AtomicInteger();
  private final AtomicInteger mostAtWork = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void close() {
    end.countDown();
    threads.close();
  }

  private static GuessTrack stranger(int number) {
    return GuessTrack.open(new UserId("KJ9999700%05d".formatted(number)));
  }

  private static GuessTrack known(int number) {
    return GuessTrack.certificate(new UserId("KJ9999700%05d".formatted(number)), "192.0.2.1");
  }

  private int work() {
    mostAtWork.accumulateAndGet(working.incrementAndGet(), Math::max);
    try {
      assertTrue(end.await(1, TimeUnit.MINUTES));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return working.decrementAndGet();
  }

  private List<Future<Integer>> flood() {
    List<Future<Integer>> flood = new ArrayList<>();
    for (int i = 0; i < FLOOD; i++) {
      int number = i;
      flood.add(threads.submit(() -> places.in(stranger(number), this::work)));
    }
    return flood;
  }

  private static boolean isRefused(Future<Integer> guess) {
    return guess.isDone()
        && guess.state() == Future.State.FAILED
        && guess.exceptionNow() instanceof DomainException refusal
        && refusal.code() == SIGN_IN_BUSY;
  }

  @Test
  void aFloodIsRefusedAndHoldsFewThreads() throws InterruptedException {
    List<Future<Integer>> flood = flood();
    while (flood.stream().filter(HashingPlacesTest::isRefused).count() < FLOOD - 17) {
      TimeUnit.MILLISECONDS.sleep(10);
    }

    assertEquals(1, mostAtWork.get());
    var refusal =
        assertThrows(DomainException.class, () -> places.in(stranger(FLOOD), () -> "never"));
    assertEquals(5L, refusal.extensions().get("retryAfter"));
  }

  @Test
  void whoWaitsInVainIsRefusedAfterAShortTime() throws InterruptedException {
    List<Future<Integer>> flood = flood();
    while (flood.stream().filter(HashingPlacesTest::isRefused).count() < FLOOD - 1) {
      TimeUnit.MILLISECONDS.sleep(10);
    }

    assertEquals(1, working.get());
  }

  @Test
  void aFloodOfStrangersLeavesRoomForThoseWithACertificate() {
    flood();

    assertEquals("in", places.in(known(1), () -> "in"));
  }

  @Test
  void guessesOfOneTrackGoOneAfterTheOther() {
    AtomicInteger together = new AtomicInteger();
    List<Future<Integer>> guesses = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      guesses.add(
          threads.submit(() ->
              places.in(
                  known(1),
                  () -> {
                    int others = together.getAndIncrement();
                    together.decrementAndGet();
                    return others;
                  })));
    }

    for (Future<Integer> guess : guesses) {
      try {
        assertEquals(0, guess.get());
      } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
