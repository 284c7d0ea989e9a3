package org.coreograph.viewmodel.lecture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.coreograph.gallery.Lecture;
import org.coreograph.gallery.Lectures;
import org.coreograph.gallery.Sight;
import org.coreograph.model.BadInputException;
import org.coreograph.model.RequestWords;
import org.coreograph.model.RunRequest;
import org.jspecify.annotations.Nullable;

/**
 * The lecture that is open: its states, which of them was shown last, and all that can be done to it. Each change can be
 * taken back.
 *
 * <p>Used by the thread that draws. Nothing here waits, but {@link #read} and {@link #shipped}.
 */
public final class LectureDesk {
    private static final String NEW = "New lecture";
    private static final String SHIPPED = "Class hour";
    private static final int MOST_UNDONE = 100;

    private static final LectureFile NONE = new LectureFile(Lecture.EMPTY, NEW, null);

    private final Lectures lectures;
    private final Runnable requestFrame;
    private final Deque<Edit> before = new ArrayDeque<>();

    /** The lecture as it was opened or saved last. */
    private LectureFile file = NONE;

    private Lecture lecture = Lecture.EMPTY;
    private int place = LectureState.NONE;
    private @Nullable LectureState state;

    /** What a change replaced. */
    private record Edit(Lecture lecture, int place) {}

    /** @param requestFrame asks for a frame */
    public LectureDesk(Lectures lectures, Runnable requestFrame) {
        this.lectures = lectures;
        this.requestFrame = requestFrame;
    }

    /** Returns all that is shown of the lecture now. */
    public LectureState state() {
        LectureState now = state;
        if (now == null) {
            List<LectureState.Card> cards = lecture.states().stream()
                    .map(each -> new LectureState.Card(RequestWords.line(each.words()), each.said()))
                    .toList();
            now = new LectureState(file.name(), cards, place, unsaved(), !before.isEmpty());
            state = now;
        }
        return now;
    }

    private void changed() {
        state = null;
        requestFrame.run();
    }

    // The lecture as a whole

    /**
     * Reads a file. Called by any thread.
     *
     * @throws IOException if it can't be read
     * @throws BadInputException if it holds no lecture; the message names the file, the line, what is wrong and what is
     *     allowed
     */
    public LectureFile read(Path path) throws IOException {
        return LectureFile.at(path, lectures.read(path));
    }

    /**
     * Reads the lecture that comes with Coreograph. Called by any thread.
     *
     * @throws IOException if it can't be read
     */
    public LectureFile shipped() throws IOException {
        return new LectureFile(lectures.shipped(), SHIPPED, null);
    }

    /** Opens a lecture in place of the one that is open. */
    public void open(LectureFile opened) {
        file = opened;
        lecture = opened.lecture();
        place = LectureState.NONE;
        before.clear();
        changed();
    }

    /** Begins a new one. */
    public void begin() {
        open(NONE);
    }

    /** Returns the file that holds the lecture, or held it before it was changed. */
    public Optional<Path> path() {
        return Optional.ofNullable(file.path());
    }

    /** Returns the lecture as it is now, to be written to a file. */
    public LectureFile toSave(Path path) {
        return LectureFile.at(path, lecture);
    }

    /** Says that a file was written. */
    public void saved(LectureFile written) {
        file = written;
        changed();
    }

    /** Returns whether there is something that no file holds. */
    public boolean unsaved() {
        return !lecture.equals(file.lecture());
    }

    // Its states

    /** Returns the state that was shown last, or nothing. */
    public Optional<Lecture.State> shown() {
        return place == LectureState.NONE
                ? Optional.empty()
                : Optional.of(lecture.states().get(place));
    }

    /**
     * Goes to a state.
     *
     * @param to a place; one that isn't there is left alone
     * @return the state, or nothing if it isn't there
     */
    public Optional<Lecture.State> go(int to) {
        if (to < 0 || to >= lecture.states().size()) {
            return Optional.empty();
        }
        place = to;
        changed();
        return shown();
    }

    /** Returns the place some states behind the one that was shown last; the first where none was. */
    public int next(int states) {
        return place == LectureState.NONE ? 0 : place + states;
    }

    /** Adds a state behind the one that was shown last, or at the end. */
    public void record(RunRequest request, Sight sight) {
        int at = place == LectureState.NONE ? lecture.states().size() : place + 1;
        List<Lecture.State> states = states();
        states.add(at, new Lecture.State(List.of(), request, sight, ""));
        edit(lecture.withStates(states), at);
    }

    /** Puts another request and sight into the state that was shown last; what is said stays. */
    public void replace(RunRequest request, Sight sight) {
        shown().ifPresent(old -> put(place, new Lecture.State(old.notes(), request, sight, old.said())));
    }

    /**
     * Changes what is said to a state.
     *
     * @param at its place; one that isn't there is left alone
     */
    public void say(int at, String said) {
        if (at >= 0 && at < lecture.states().size()) {
            put(at, lecture.states().get(at).withSaid(said));
        }
    }

    private void put(int at, Lecture.State next) {
        List<Lecture.State> states = states();
        if (!states.set(at, next).equals(next)) {
            edit(lecture.withStates(states), place);
        }
    }

    /** Takes the state that was shown last away; its notes stay, before what is behind it. */
    public void remove() {
        shown().ifPresent(old -> {
            List<Lecture.State> states = states();
            states.remove(place);
            List<String> end = lecture.notes();
            if (place < states.size()) {
                Lecture.State behind = states.get(place);
                states.set(place, behind.withNotes(joined(old.notes(), behind.notes())));
            } else {
                end = joined(old.notes(), end);
            }
            edit(new Lecture(states, end), Math.min(place, states.size() - 1));
        });
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** Moves the state that was shown last some places down; not beyond the ends. */
    public void move(int down) {
        int to = place + down;
        if (place != LectureState.NONE && to >= 0 && to < lecture.states().size()) {
            List<Lecture.State> states = states();
            states.add(to, states.remove(place));
            edit(lecture.withStates(states), to);
        }
    }

    private List<Lecture.State> states() {
        return new ArrayList<>(lecture.states());
    }

    private void edit(Lecture next, int nextPlace) {
        before.push(new Edit(lecture, place));
        if (before.size() > MOST_UNDONE) {
            before.removeLast();
        }
        lecture = next;
        place = nextPlace;
        changed();
    }

    /** Takes the last change back. */
    public void undo() {
        if (!before.isEmpty()) {
            Edit last = before.pop();
            lecture = last.lecture;
            place = last.place;
            changed();
        }
    }
}
