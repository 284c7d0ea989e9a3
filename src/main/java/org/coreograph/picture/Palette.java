package org.coreograph.picture;

import java.util.List;
import org.coreograph.model.Clock;
import org.coreograph.model.EventSink;

/**
 * The colours of everything that is drawn. Colour is the task and hatching is the state; neither is used for the other.
 *
 * @param background of the picture
 * @param ink of text and marks
 * @param mutedInk of text that stands back
 * @param grid of lines that only guide the eye
 * @param laneBackground of a lane where nothing is
 * @param hatch of the lines that say that a core is idle
 * @param accent of a figure that is the point of the picture
 * @param alarm of a failure
 * @param doing of tasks that run, on the chart
 * @param dealing of tasks in progress, on the chart
 * @param simulated of the badge SIMULATED
 * @param measured of the badge MEASURED
 */
public record Palette(
        Colour background,
        Colour ink,
        Colour mutedInk,
        Colour grid,
        Colour laneBackground,
        Colour hatch,
        Colour accent,
        Colour alarm,
        Colour doing,
        Colour dealing,
        Badge simulated,
        Badge measured) {

    /** Colours of a word on a ground of its own. */
    public record Badge(Colour ground, Colour text) {}

    public static final Palette LIGHT = new Palette(
            Colour.of(0xFFFFFF),
            Colour.of(0x1B2130),
            Colour.of(0x545E6F),
            Colour.of(0xD8DDE6),
            Colour.of(0xF0F2F6),
            Colour.of(0xC6CCD7),
            Colour.of(0x00795A),
            Colour.of(0xB3261E),
            Colour.of(0x009E73),
            Colour.of(0xB34A00),
            new Badge(Colour.of(0xE2F5ED), Colour.of(0x00664A)),
            new Badge(Colour.of(0xFDEFD9), Colour.of(0x854700)));

    public static final Palette DARK = new Palette(
            Colour.of(0x0D1117),
            Colour.of(0xEEF1F6),
            Colour.of(0xA6B0C0),
            Colour.of(0x343C4B),
            Colour.of(0x1A202B),
            Colour.of(0x3A4455),
            Colour.of(0x45D9A8),
            Colour.of(0xFF8A80),
            Colour.of(0x1BB386),
            Colour.of(0xFF8A3C),
            new Badge(Colour.of(0x12382D), Colour.of(0x84E5C3)),
            new Badge(Colour.of(0x42300F), Colour.of(0xFFCB7D)));

    /** The colours of Okabe and Ito (2008), which people of all kinds of colour vision tell apart; black is left out. */
    private static final List<Colour> TASKS = List.of(
            Colour.of(0x0072B2),
            Colour.of(0xE69F00),
            Colour.of(0x009E73),
            Colour.of(0xCC79A7),
            Colour.of(0x56B4E9),
            Colour.of(0xD55E00),
            Colour.of(0xF0E442));

    /** Main is no task like the others, and has no colour. */
    private static final Colour MAIN = Colour.of(0x7A8496);

    /** Black: with anything lighter, neither dark nor light text could be read on some grounds between. */
    private static final Colour DARK_TEXT = Colour.of(0x000000);

    private static final Colour LIGHT_TEXT = Colour.of(0xFFFFFF);

    public static Palette of(boolean dark) {
        return dark ? DARK : LIGHT;
    }

    /** Returns the colour of a task; after seven tasks the colours come again. */
    public Colour task(int task) {
        return task == EventSink.MAIN ? MAIN : TASKS.get(Math.floorMod(task - 1, TASKS.size()));
    }

    /** Returns the colour of a task of the run before: as light as its own, between ink and background. */
    public Colour ghost(int task) {
        return task(task).grey().over(background, 0.55);
    }

    /** Returns what stands for several tasks at once where they can't be told apart. */
    public Colour several() {
        return ink.over(background, 0.5);
    }

    /** Returns the colour of a switch that is drawn to scale. */
    public Colour switching() {
        return ink;
    }

    public Badge badge(Clock clock) {
        return switch (clock) {
            case SIMULATED -> simulated;
            case MEASURED -> measured;
        };
    }

    /** Returns the colour in which text is read best on another: dark on yellow and sky blue, light on blue. */
    public static Colour textOn(Colour ground) {
        return Colour.contrast(DARK_TEXT, ground) >= Colour.contrast(LIGHT_TEXT, ground) ? DARK_TEXT : LIGHT_TEXT;
    }
}
