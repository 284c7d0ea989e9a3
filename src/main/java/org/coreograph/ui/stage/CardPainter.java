package org.coreograph.ui.stage;

import java.util.List;
import org.coreograph.model.ObjectKind;
import org.coreograph.picture.Palette;
import org.coreograph.picture.Surface;
import org.coreograph.picture.TextStyle;
import org.coreograph.picture.Typeface;
import org.coreograph.timeline.Box;
import org.coreograph.trace.Trace;
import org.coreograph.viewmodel.stage.ObjectState;
import org.coreograph.viewmodel.stage.ObjectStates;
import org.coreograph.viewmodel.stage.StageCard;
import org.coreograph.viewmodel.stage.StageCard.Place;
import org.coreograph.viewmodel.stage.StageShape.Thing;

/**
 * Draws the cards of a stage, but for the tokens on them: names, what is in objects, and who holds them. Who holds
 * something is a square with the colour and the letters of the task, whose token may be anywhere.
 */
final class CardPainter {
    private static final TextStyle NAME = TextStyle.regular(13);
    private static final TextStyle INSIDE = TextStyle.medium(13);
    private static final TextStyle VALUE = TextStyle.bold(14);
    private static final Surface.Stroke EDGE = new Surface.Stroke(1.5, 0);
    private static final double PAD_PX = 6;

    private final Typeface typeface;
    private final PipePainter pipes;

    CardPainter(Typeface typeface) {
        this.typeface = typeface;
        pipes = new PipePainter(typeface);
    }

    void paint(Surface on, Trace trace, RunStage stage, StageCard card, Palette palette) {
        switch (card.place()) {
            case Place.Common.SLEEPING -> waiting(on, card, List.of(Place.Common.SLEEPING.title(), "asleep"), palette);
            case Place.Common.WAITING_FOR_IO ->
                waiting(on, card, List.of(Place.Common.WAITING_FOR_IO.title(), "I/O"), palette);
            case Place.Rest rest -> {
                String others = rest.count() == rest.still() ? "unused" : "others";
                waiting(on, card, List.of(rest.count() + " " + others), palette);
            }
            case Place.Common.RESULTS -> results(on, trace, stage, card, palette);
            case Place.Shared(Thing thing) -> shared(on, trace, stage, card, thing, palette);
        }
    }

    private void waiting(Surface on, StageCard card, List<String> names, Palette palette) {
        StagePainter.dashedRound(on, card.box(), palette.hatch());
        name(on, card.box(), names, "", palette);
    }

    private void shared(Surface on, Trace trace, RunStage stage, StageCard card, Thing thing, Palette palette) {
        String own = trace.objects().get(thing.object()).name();
        String kind = thing.kind().title();
        List<String> names = own.isEmpty() ? List.of(kind) : List.of(kind + " " + own, shortName(thing, own));
        ObjectState state = stage.states().at(thing.object(), stage.atNanos(), PipePainter.MOST_VALUES);
        on.fillRound(card.box(), 6, palette.laneBackground().over(palette.background(), 0.6));
        name(on, card.box(), names, ObjectWords.beside(thing, state), palette);
        switch (state) {
            case ObjectState.Buffer buffer ->
                pipes.paint(on, card, thing, buffer, stage.offer(thing.object()), palette);
            case ObjectState.Held held -> held(on, trace, card, held, palette);
            case ObjectState.Left left -> left(on, trace, card, thing, left, palette);
            case ObjectState.Contents contents -> contents(on, trace, card, contents, palette);
            case ObjectState.Count _, ObjectState.Once _, ObjectState.Unmade _ ->
                words(on, card.inside(), List.of(ObjectWords.inside(thing, state)), palette);
            case ObjectState.There _, ObjectState.Unknown _ -> {}
        }
    }

    /** What a select chooses among is too long for a small card; anything else is known by its own name. */
    private static String shortName(Thing thing, String own) {
        return thing.kind() == ObjectKind.SELECT ? thing.kind().title() : own;
    }

    /** Writes the longest name that has room, and something beside it if that has room too. */
    private void name(Surface on, Box box, List<String> names, String beside, Palette palette) {
        double room = box.widthPx() - 2 * PAD_PX;
        double other = beside.isEmpty() ? 0 : typeface.widthPx(beside, INSIDE) + 8;
        String fitting = names.stream()
                .filter(name -> typeface.widthPx(name, NAME) + other <= room)
                .findFirst()
                .orElseGet(() -> names.stream()
                        .filter(name -> typeface.widthPx(name, NAME) <= room)
                        .findFirst()
                        .orElse(names.getLast()));
        String shown = typeface.shortened(fitting, NAME, room);
        double y = box.yPx() + 14;
        on.text(shown, box.xPx() + PAD_PX, y, Surface.Anchor.START, NAME, palette.mutedInk());
        if (other > 0 && typeface.widthPx(shown, NAME) + other <= room) {
            on.text(beside, box.rightPx() - PAD_PX, y, Surface.Anchor.END, INSIDE, palette.ink());
        }
    }

    private void held(Surface on, Trace trace, StageCard card, ObjectState.Held held, Palette palette) {
        Box lock = inset(card.inside());
        on.fillRound(lock, 4, palette.background());
        on.strokeRect(lock, EDGE, palette.ink());
        if (held.free()) {
            words(on, lock, List.of("free"), palette);
        } else {
            chips(on, trace, lock, held.owner() >= 0 ? List.of(held.owner()) : held.readers(), palette);
        }
    }

    private void left(Surface on, Trace trace, StageCard card, Thing thing, ObjectState.Left left, Palette palette) {
        Box inside = inset(card.inside());
        String words = ObjectWords.inside(thing, left);
        double text = typeface.widthPx(words, INSIDE) + 10;
        double side = chipSide(inside);
        if (left.holders().isEmpty() || inside.widthPx() - text < side) {
            words(on, inside, List.of(words, left.left() + "/" + thing.capacity()), palette);
            return;
        }
        Box at = new Box(inside.xPx(), inside.yPx(), text, inside.heightPx());
        words(on, at, List.of(words), palette);
        chips(
                on,
                trace,
                new Box(at.rightPx(), inside.yPx(), inside.rightPx() - at.rightPx(), inside.heightPx()),
                left.holders(),
                palette);
    }

    private void contents(Surface on, Trace trace, StageCard card, ObjectState.Contents contents, Palette palette) {
        Box cell = inset(card.inside());
        on.fillRound(cell, 4, palette.background());
        on.strokeRect(cell, EDGE, palette.mutedInk());
        double chip = contents.owner() >= 0 ? chipSide(cell) + 6 : 0;
        if (chip > 0) {
            chips(
                    on,
                    trace,
                    new Box(cell.xPx(), cell.yPx(), chip, cell.heightPx()),
                    List.of(contents.owner()),
                    palette);
        }
        on.text(
                typeface.shortened(contents.value(), VALUE, cell.widthPx() - chip - 8),
                cell.xPx() + chip + (cell.widthPx() - chip) / 2,
                StagePainter.baseline(cell.yPx() + cell.heightPx() / 2, VALUE),
                Surface.Anchor.MIDDLE,
                VALUE,
                palette.ink());
    }

    private void results(Surface on, Trace trace, RunStage stage, StageCard card, Palette palette) {
        StagePainter.dashedRound(on, card.box(), palette.hatch());
        Box inside = card.inside();
        double line = 17;
        int lines = Math.max(1, (int) (inside.heightPx() / line));
        ObjectStates.Results results = stage.states().results(stage.atNanos(), lines);
        name(
                on,
                card.box(),
                List.of(Place.Common.RESULTS.title(), "results"),
                results.count() > 0 ? Integer.toString(results.count()) : "",
                palette);
        double y = inside.yPx() + (inside.heightPx() - lines * line) / 2;
        for (ObjectStates.Result result : results.latest()) {
            Box chip = new Box(inside.xPx(), y, line, line);
            chip(on, trace, chip.xPx() + line / 2, y + line / 2, line - 2, result.task(), palette);
            on.text(
                    typeface.shortened(result.text(), INSIDE, inside.widthPx() - line - 6),
                    chip.rightPx() + 5,
                    StagePainter.baseline(y + line / 2, INSIDE),
                    Surface.Anchor.START,
                    INSIDE,
                    palette.ink());
            y += line;
        }
    }

    /** Writes the first of some words that has room, in the middle of a box. */
    private void words(Surface on, Box box, List<String> words, Palette palette) {
        String fitting = words.stream()
                .filter(each -> typeface.widthPx(each, INSIDE) <= box.widthPx())
                .findFirst()
                .orElse(words.getLast());
        on.text(
                typeface.shortened(fitting, INSIDE, box.widthPx()),
                box.xPx() + box.widthPx() / 2,
                StagePainter.baseline(box.yPx() + box.heightPx() / 2, INSIDE),
                Surface.Anchor.MIDDLE,
                INSIDE,
                palette.ink());
    }

    private static double chipSide(Box box) {
        return Math.clamp(Math.min(box.heightPx(), box.widthPx()) - 3, 8, 26);
    }

    /** Draws who holds something; where there is no room for all, the last one tells how many more there are. */
    private void chips(Surface on, Trace trace, Box box, List<Integer> tasks, Palette palette) {
        double side = chipSide(box);
        double pitch = side + 3;
        int room = Math.max(1, (int) ((box.widthPx() + 3) / pitch));
        int shown = tasks.size() <= room ? tasks.size() : Math.max(1, room - 1);
        double wide = Math.min(room, tasks.size()) * pitch - 3;
        double x = box.xPx() + Math.max(0, (box.widthPx() - wide) / 2) + side / 2;
        double y = box.yPx() + box.heightPx() / 2;
        for (int i = 0; i < shown; i++) {
            chip(on, trace, x + i * pitch, y, side, tasks.get(i), palette);
        }
        if (shown < tasks.size() && room > 1) {
            on.text(
                    typeface.shortened("+" + (tasks.size() - shown), NAME, side + 4),
                    x + shown * pitch,
                    StagePainter.baseline(y, NAME),
                    Surface.Anchor.MIDDLE,
                    NAME,
                    palette.ink());
        }
    }

    private static void chip(Surface on, Trace trace, double xPx, double yPx, double side, int task, Palette palette) {
        on.fillRound(new Box(xPx - side / 2, yPx - side / 2, side, side), 3, palette.task(task));
        // A square has more room for letters than a disc.
        StagePainter.label(
                on,
                trace,
                task,
                new StageMotion.Spot(xPx, yPx, side / 2),
                side * 0.56,
                Palette.textOn(palette.task(task)));
    }

    private static Box inset(Box box) {
        return new Box(box.xPx() + 1, box.yPx(), Math.max(1, box.widthPx() - 4), box.heightPx());
    }
}
