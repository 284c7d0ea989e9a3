package org.coreograph.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The two queues that policies are made of, against plain lists. */
class QueuesTest {
    private record Entry(int task, long rank, long fraction) {}

    private final SeededDraws draws = new SeededDraws(7, "queues");

    @Test
    void aRankQueueIsASortedListInWhichEqualsKeepTheirOrder() {
        RankQueue queue = new RankQueue();
        List<Entry> list = new ArrayList<>();
        for (int step = 0; step < 20_000; step++) {
            change(queue, list);
            list.sort(Comparator.comparing(Entry::rank).thenComparing(Entry::fraction));
            assertThat(queue.size()).isEqualTo(list.size());
            if (!list.isEmpty()) {
                assertThat(queue.first()).isEqualTo(list.getFirst().task);
                assertThat(queue.bestRank()).isEqualTo(list.getFirst().rank);
            }
        }
        while (!list.isEmpty()) {
            assertThat(queue.take()).isEqualTo(list.removeFirst().task);
        }
    }

    private void change(RankQueue queue, List<Entry> list) {
        int task = draws.nextInt(60);
        int place = list.stream().map(Entry::task).toList().indexOf(task);
        switch (draws.nextInt(6)) {
            case 0, 1, 2 -> {
                if (place < 0) {
                    Entry entry = new Entry(task, draws.nextInt(-2, 8), draws.nextInt(3));
                    queue.add(task, entry.rank, entry.fraction);
                    list.add(entry);
                }
            }
            case 3 -> {
                queue.remove(task);
                list.removeIf(entry -> entry.task == task);
            }
            case 4 -> {
                if (!list.isEmpty()) {
                    int any = draws.nextInt(list.size());
                    assertThat(queue.takeAny(any)).isEqualTo(list.remove(any).task);
                }
            }
            default -> {
                if (!list.isEmpty()) {
                    assertThat(queue.take()).isEqualTo(list.removeFirst().task);
                }
            }
        }
    }

    @Test
    void whoImprovesPassesThoseThatWereAddedLater() {
        RankQueue queue = new RankQueue();
        queue.add(0, 1);
        queue.add(1, 2);
        queue.add(2, 1);
        queue.improve(1, 1);
        assertThat(List.of(queue.take(), queue.take(), queue.take())).containsExactly(0, 1, 2);
    }

    @Test
    void aTaskQueueIsAListWithTwoEnds() {
        TaskQueue queue = new TaskQueue();
        List<Integer> list = new ArrayList<>();
        for (int step = 0; step < 20_000; step++) {
            switch (draws.nextInt(list.isEmpty() ? 3 : 6)) {
                case 0, 1 -> {
                    queue.add(step);
                    list.addLast(step);
                }
                case 2 -> {
                    queue.addFirst(step);
                    list.addFirst(step);
                }
                case 3 -> assertThat(queue.take()).isEqualTo(list.removeFirst());
                case 4 -> assertThat(queue.takeLast()).isEqualTo(list.removeLast());
                default -> {
                    int place = draws.nextInt(list.size());
                    assertThat(queue.get(place)).isEqualTo(list.get(place));
                    assertThat(queue.takeAny(place)).isEqualTo(list.remove(place));
                }
            }
            assertThat(queue.size()).isEqualTo(list.size());
        }
    }
}
