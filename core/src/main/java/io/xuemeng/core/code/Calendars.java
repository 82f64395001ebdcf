package io.xuemeng.core.code;

/** Arithmetic of the Gregorian calendar without objects, for predicates that run millions of times. */
final class Calendars {

    private Calendars() {}

    static boolean isDate(int year, int month, int day) {
        return month >= 1 && month <= 12 && day >= 1 && day <= daysOfMonth(year, month);
    }

    static int daysOfYear(int year) {
        return isLeapYear(year) ? 366 : 365;
    }

    /** 52, or 53 when the year begins on a Thursday, or on a Wednesday and is a leap year (ISO 8601). */
    static int weeksOfYear(int year) {
        int before = year - 1;
        int firstDay = Math.floorMod(
                before + Math.floorDiv(before, 4) - Math.floorDiv(before, 100) + Math.floorDiv(before, 400), 7);
        return firstDay == 3 || (firstDay == 2 && isLeapYear(year)) ? 53 : 52;
    }

    private static int daysOfMonth(int year, int month) {
        return switch (month) {
            case 2 -> isLeapYear(year) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    private static boolean isLeapYear(int year) {
        return (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
    }
}
