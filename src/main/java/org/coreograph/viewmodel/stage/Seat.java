package org.coreograph.viewmodel.stage;

import java.util.ArrayList;
import java.util.List;
import org.coreograph.timeline.Box;

/**
 * Where a token is, in a place for many.
 *
 * @param radiusPx of the token
 * @param hidden of how many further tokens this seat tells the number instead of showing one; 0 for a token
 */
public record Seat(double xPx, double yPx, double radiusPx, int hidden) {
    /** Tokens get no smaller than that for there being many of them: in smaller ones nothing could be read. */
    static final double SMALL_RADIUS_PX = 8;

    /** What a digit of a number of tokens takes, and its plus. */
    private static final double DIGIT_PX = 8;

    /**
     * Returns the seats for a number of tokens, which lie in the room. Where there are many they are smaller, and
     * overlap; where there are too many even for that, the last seat counts.
     *
     * @param room where tokens are, of one of the places
     * @param largestPx the radius of a token where there are few
     */
    public static List<Seat> in(Box room, int tokens, double largestPx) {
        double radius = Math.min(largestPx, Math.min(room.widthPx(), room.heightPx()) / 2);
        while (radius > SMALL_RADIUS_PX && capacity(room, radius, pitch(radius)) < tokens) {
            radius = Math.max(SMALL_RADIUS_PX, radius - 0.5);
        }
        double pitch = pitch(radius);
        while (pitch > radius && capacity(room, radius, pitch) < tokens) {
            pitch *= 0.95;
        }
        int columns = columns(room, radius, pitch);
        int shown = Math.min(tokens, capacity(room, radius, pitch));
        double rowPx = 2 * radius + 1;
        double top = room.yPx() + Math.max(0, (room.heightPx() - Math.ceilDiv(shown, columns) * rowPx) / 2);
        List<Seat> seats = new ArrayList<>(shown);
        for (int i = 0; i < shown; i++) {
            double x = room.xPx() + radius + pitch * (i % columns);
            seats.add(new Seat(x, top + radius + rowPx * Math.floorDiv(i, columns), radius, 0));
        }
        return shown < tokens ? counted(room, seats, tokens, radius) : seats;
    }

    /** Lets a number at the end of the last row stand for the tokens that have no seat, clear of those that have. */
    private static List<Seat> counted(Box room, List<Seat> seats, int tokens, double radiusPx) {
        double half = Math.max(radiusPx, Integer.toString(tokens).length() * DIGIT_PX / 2 + DIGIT_PX / 2);
        double left = Math.max(room.xPx(), room.rightPx() - 2 * half);
        double lastY = seats.getLast().yPx;
        List<Seat> kept = new ArrayList<>(seats.stream()
                .filter(seat -> seat.yPx < lastY || seat.xPx + radiusPx <= left)
                .toList());
        double x = Math.max(room.xPx() + radiusPx, room.rightPx() - half);
        kept.add(new Seat(x, lastY, radiusPx, tokens - kept.size()));
        return kept;
    }

    /** Returns how many tokens of a size have room in a box without overlapping. */
    static int capacity(Box room, double radiusPx) {
        return capacity(room, radiusPx, pitch(radiusPx));
    }

    private static int capacity(Box room, double radiusPx, double pitchPx) {
        return columns(room, radiusPx, pitchPx) * rows(room, radiusPx);
    }

    private static double pitch(double radiusPx) {
        return 2 * radiusPx + Math.max(2, radiusPx * 0.25);
    }

    private static int columns(Box room, double radiusPx, double pitchPx) {
        return 1 + (int) Math.max(0, (room.widthPx() - 2 * radiusPx) / pitchPx);
    }

    /** Rows don't overlap: what stands in a row could not be read. */
    private static int rows(Box room, double radiusPx) {
        return 1 + (int) Math.max(0, (room.heightPx() - 2 * radiusPx) / (2 * radiusPx + 1));
    }
}
