package org.coreograph.viewmodel.lesson;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coreograph.analysis.FigureReader;
import org.coreograph.analysis.RunReport;
import org.coreograph.gallery.Question;
import org.coreograph.gallery.Truth;
import org.coreograph.model.BadInputException;
import org.coreograph.model.RequestWords;
import org.coreograph.model.RunRequest;
import org.coreograph.model.Settings;

/** Finds out what is right. */
final class Truths {
    /** Runs something to its end. */
    @FunctionalInterface
    interface Runs {
        RunReport run(RunRequest request) throws InterruptedException;
    }

    private Truths() {}

    /**
     * Returns the right answer; runs what it is read off.
     *
     * @throws BadInputException if it can't be read off that run
     */
    static Answer find(String program, Question question, Runs runs) throws InterruptedException {
        return switch (question.truth()) {
            case Truth.Given given -> Answers.given(question, given.answer());
            case Truth.OfRun run -> Answers.ofFigure(question, figure(program, run.words(), run, runs));
            case Truth.Ratio ratio -> {
                double over = Answers.numeric(figure(program, ratio.otherWords(), ratio.run(), runs));
                double under = Answers.numeric(figure(program, ratio.run().words(), ratio.run(), runs));
                if (under == 0) {
                    throw new BadInputException(
                            ratio.run().figure().text() + " is 0 in that run: no ratio is to be had");
                }
                yield Answers.ofFigure(question, over / under);
            }
        };
    }

    private static Object figure(String program, List<String> words, Truth.OfRun of, Runs runs)
            throws InterruptedException {
        return FigureReader.read(of.figure(), runs.run(request(program, words)));
    }

    /** Returns the run that shows what is right, where one does. */
    static Optional<RunRequest> request(String program, Question question) {
        return switch (question.truth()) {
            case Truth.Given _ -> Optional.empty();
            case Truth.OfRun run -> Optional.of(request(program, run.words()));
            case Truth.Ratio ratio -> Optional.of(request(program, ratio.run().words()));
        };
    }

    private static RunRequest request(String program, List<String> words) {
        return RequestWords.read(words, new RunRequest(program, Map.of(), Settings.DEFAULTS));
    }
}
