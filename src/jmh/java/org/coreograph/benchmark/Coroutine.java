package org.coreograph.benchmark;

import kotlin.ResultKt;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlin.coroutines.intrinsics.IntrinsicsKt;
import kotlin.coroutines.jvm.internal.ContinuationImpl;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.CoroutineScope;
import kotlinx.coroutines.CoroutineStart;

/**
 * A suspending function of Kotlin written in Java: by hand what Kotlin's compiler makes of one. Its local variables are
 * fields, and {@link #step} goes on where it was left. It has the base class that compiled ones have, so the library
 * intercepts, suspends and resumes it as any other.
 */
abstract class Coroutine extends ContinuationImpl {
    private static final Object SUSPENDED = IntrinsicsKt.getCOROUTINE_SUSPENDED();

    /** Makes a function that tells its caller when it has returned. */
    interface Maker {
        Coroutine callBack(Continuation<Object> caller);
    }

    Coroutine(Continuation<Object> caller) {
        super(caller);
    }

    /** Launches a coroutine that calls a suspending function and no more. */
    static void launch(CoroutineScope scope, Maker function) {
        BuildersKt.launch(
                scope,
                EmptyCoroutineContext.INSTANCE,
                CoroutineStart.DEFAULT,
                (own, caller) -> function.callBack(anyResult(caller)).step(Unit.INSTANCE));
    }

    @SuppressWarnings("unchecked") // what it is resumed with is a Unit, whatever its type says
    private static Continuation<Object> anyResult(Continuation<? super Unit> caller) {
        return (Continuation<Object>) caller;
    }

    /**
     * Runs until a call suspends or the function returns.
     *
     * @param result what the call that suspended returns; at the beginning, nothing of use
     * @return what the call returned where that {@link #suspends}, and otherwise the function's own result
     */
    abstract Object step(Object result);

    /** Returns whether a call that returned this has suspended, and will resume the function when it is done. */
    static boolean suspends(Object returned) {
        return returned == SUSPENDED;
    }

    @Override
    protected final Object invokeSuspend(Object result) {
        ResultKt.throwOnFailure(result);
        return step(result);
    }
}
