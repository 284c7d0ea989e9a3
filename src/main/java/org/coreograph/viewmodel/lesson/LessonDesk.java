package org.coreograph.viewmodel.lesson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.coreograph.gallery.Gallery;
import org.coreograph.gallery.Lesson;
import org.coreograph.gallery.Lessons;
import org.coreograph.gallery.Question;
import org.coreograph.model.Durations;
import org.jspecify.annotations.Nullable;

/**
 * The lesson that is open, and the class's answers to its questions. They stay while other lessons are looked at, and
 * also when the files are read again, as long as the question stays the same.
 *
 * <p>Used by the thread that draws; nothing here waits. What other threads found is adopted by {@link #frame}.
 */
public final class LessonDesk {
    /** So many lines on what is wrong with files are read; with more, their number counts. */
    private static final int MOST_PROBLEMS = 3;

    private final Gallery gallery;
    private final LessonSource source;
    private final LessonRuns runs;
    private final Runnable requestFrame;
    private final Queue<Runnable> news = new ConcurrentLinkedQueue<>();
    private final Map<Place, Asked> asked = new HashMap<>();

    private Lessons lessons;
    private List<GalleryEntry> entries;
    /** The lesson that is open; null for a program without one. */
    private @Nullable Lesson open;

    private String program;
    private int pointing = LessonState.NONE;
    private boolean loading;
    private String problems;
    private @Nullable LessonState state;

    /** Where a question is asked: the same one in two lessons is asked twice. */
    private record Place(String lesson, int index, Question question) {}

    /**
     * Begins to read the lessons, and opens the first one on the gallery's first program as soon as they are read.
     *
     * @param requestFrame asks for a frame; called by any thread
     */
    public LessonDesk(Gallery gallery, LessonSource source, LessonRuns runs, Runnable requestFrame) {
        this.gallery = gallery;
        this.source = source;
        this.runs = runs;
        this.requestFrame = requestFrame;
        program = gallery.programs().getFirst().id();
        // Reading takes longer than some frames, mostly for code that is loaded with the first file.
        lessons = Lessons.NONE;
        entries = LessonPath.entries(gallery, lessons);
        problems = "";
        reload();
    }

    /** Returns all that is shown of lessons now. */
    public LessonState state() {
        LessonState now = state;
        if (now == null) {
            now = new LessonState(
                    card(),
                    asked().stream().map(Asked::prediction).toList(),
                    asked().stream().flatMap(each -> each.marks().stream()).toList(),
                    pointing,
                    entries,
                    place(),
                    loading);
            state = now;
        }
        return now;
    }

    /** Returns what is wrong with the files, in a line for each, until that is dismissed; or an empty text. */
    public String problems() {
        return problems;
    }

    /** Says that what is wrong with the files was seen. */
    public void dismissProblems() {
        problems = "";
    }

    private void changed() {
        state = null;
        requestFrame.run();
    }

    // Which lesson

    /**
     * Opens an entry of the gallery.
     *
     * @return the id of the program that it is about
     */
    public String open(GalleryEntry entry) {
        show(lessons.lessons().stream()
                .filter(lesson -> lesson.file().equals(entry.key()))
                .findFirst()
                .orElse(null));
        program = entry.program();
        return program;
    }

    /** Opens the first lesson on a program, unless one on it is open. */
    public void follow(String shownProgram) {
        if (!shownProgram.equals(program)) {
            program = shownProgram;
            show(lessons.on(shownProgram).orElse(null));
        }
    }

    private void show(@Nullable Lesson lesson) {
        asked().forEach(Asked::cancel);
        pointing = LessonState.NONE;
        open = lesson;
        changed();
    }

    /** Reads the files again, as they are by now. */
    public void reload() {
        if (loading) {
            return;
        }
        loading = true;
        changed();
        Thread.ofPlatform().daemon().name("coreograph-lessons").start(() -> {
            Lessons read = source.load();
            tell(() -> adopt(read));
        });
    }

    private void adopt(Lessons read) {
        loading = false;
        lessons = read;
        entries = LessonPath.entries(gallery, read);
        problems = problems(read);
        Lesson before = open;
        show(read.lessons().stream()
                .filter(lesson -> before != null && lesson.file().equals(before.file()))
                .filter(lesson -> lesson.program().equals(program))
                .findFirst()
                .or(() -> read.on(program))
                .orElse(null));
    }

    private static String problems(Lessons lessons) {
        List<String> lines = lessons.problems();
        String first = lines.stream().limit(MOST_PROBLEMS).collect(Collectors.joining("\n"));
        return lines.size() <= MOST_PROBLEMS
                ? first
                : first + "\nand " + (lines.size() - MOST_PROBLEMS) + " more files";
    }

    private LessonCard card() {
        Lesson lesson = open;
        return lesson == null
                ? LessonCard.without(
                        program,
                        gallery.find(program).title(),
                        loading ? "The lessons are being read." : "There is no lesson on this program.")
                : LessonCard.of(lesson);
    }

    private int place() {
        String key = open == null ? program : open.file();
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).key().equals(key)) {
                return i;
            }
        }
        return 0;
    }

    // Its questions

    /**
     * Takes a guess at a question. What can't be taken is complained about in its prediction.
     *
     * @return whether it was taken
     */
    public boolean guess(int question, String typed) {
        boolean taken = asked().get(question).guess(typed);
        changed();
        return taken;
    }

    /** Forgets a guess. */
    public void forget(int question, int guess) {
        asked().get(question).forget(guess);
        changed();
    }

    /** Forgets all guesses at a question, and hides its answer: the next class may guess. */
    public void clear(int question) {
        asked().get(question).clear();
        changed();
    }

    /** Finds out what is right, and shows it once it is found. */
    public void reveal(int question) {
        Asked one = asked().get(question);
        if (one.revealed() || one.searching()) {
            return;
        }
        Place place = place(question);
        pointing = pointing == question ? LessonState.NONE : pointing;
        one.begin(new TruthSearch(
                program, place.question, runs, (search, found) -> tell(() -> found(place, search, found))));
        changed();
    }

    private void found(Place place, TruthSearch search, TruthSearch.Found found) {
        Asked one = asked.get(place);
        if (one != null) {
            one.found(search, found);
            changed();
        }
    }

    /** Gives up finding out what is right. */
    public void cancelReveal(int question) {
        asked().get(question).cancel();
        changed();
    }

    /** Takes the next clicks on the timeline as guesses at a question, or with {@link LessonState#NONE} no more. */
    public void point(int question) {
        pointing = question;
        changed();
    }

    /**
     * Takes a click on the timeline.
     *
     * @return whether it was a guess
     */
    public boolean pointedAt(long nanos) {
        return pointing != LessonState.NONE && guess(pointing, Durations.human(nanos));
    }

    private List<Asked> asked() {
        Lesson lesson = open;
        List<Asked> all = new ArrayList<>();
        for (int i = 0; lesson != null && i < lesson.questions().size(); i++) {
            Place place = place(i);
            all.add(asked.computeIfAbsent(place, at -> new Asked(lesson.program(), at.question)));
        }
        return all;
    }

    private Place place(int question) {
        Lesson lesson = Optional.ofNullable(open).orElseThrow();
        return new Place(lesson.file(), question, lesson.questions().get(question));
    }

    // What other threads have to tell

    private void tell(Runnable adoption) {
        news.add(adoption);
        requestFrame.run();
    }

    /** Adopts what was found or read since the last frame. */
    public void frame() {
        for (Runnable one = news.poll(); one != null; one = news.poll()) {
            one.run();
        }
    }

    /** Gives up what is under way. Doesn't wait. */
    public void close() {
        asked.values().forEach(Asked::cancel);
    }
}
