package org.coreograph.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.coreograph.model.TaskSpec;
import org.coreograph.model.ThreadKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is found to call, from threads whose numbers may lead to the same place. */
class CallersTest {
    private static final int CORES = 3;

    private final @Nullable MeasuredTask[] onCores = new MeasuredTask[CORES];
    private final Callers callers = new Callers(new Places() {
        @Override
        public int places() {
            return CORES;
        }

        @Override
        public @Nullable KernelTask task(int place) {
            return onCores[place];
        }

        @Override
        public long calls(int place) {
            return 0;
        }
    });

    private static MeasuredTask task(int id, ThreadKind threads, Consumer<MeasuredTask> life) {
        return new MeasuredTask(TaskThreads.of(threads), id, TaskSpec.named("task " + id), 0, () -> {}, life);
    }

    /** Returns who is found to call on a task's own thread, once something was done there. */
    private Optional<KernelTask> callingAfter(ThreadKind threads, Consumer<MeasuredTask> before) throws Exception {
        CompletableFuture<Supplier<@Nullable KernelTask>> found = new CompletableFuture<>();
        MeasuredTask task = task(1, threads, me -> {
            before.accept(me);
            MeasuredTask calling = callers.calling();
            found.complete(() -> calling);
        });
        task.turn.give();
        return Optional.ofNullable(found.get(30, TimeUnit.SECONDS).get());
    }

    @ParameterizedTest
    @EnumSource
    void taskThatRunsIsFound(ThreadKind threads) throws Exception {
        assertThat(callingAfter(threads, callers::runs))
                .get()
                .extracting(task -> task.id)
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void taskWhoseWordWasOverwrittenIsFoundOnItsCore(ThreadKind threads) throws Exception {
        onCores[0] = task(7, threads, me -> {});
        assertThat(callingAfter(threads, me -> {
                    onCores[2] = me;
                    callers.runs(me);
                    callers.runs(task(9, threads, other -> {}));
                }))
                .get()
                .extracting(task -> task.id)
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void threadOfNoTaskThatRunsIsNone(ThreadKind threads) throws Exception {
        onCores[1] = task(7, threads, me -> {});
        assertThat(callingAfter(threads, me -> callers.runs(task(9, threads, other -> {}))))
                .isEmpty();
        assertThat(callers.calling()).isNull();
    }
}
