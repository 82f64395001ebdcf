package io.xuemeng.conformance.text;

/**
 * Shortens what a platform said before a report shows it. Credentials are taken out first, so that none loses by the cut what it would be known
 * by, and the word at the cut goes with the rest, so that no part of a secret stays. Thread-safe.
 */
public final class Excerpt {

    /** How much is looked through of what could be shown. */
    private static final int MARGIN = 4;

    /** What is still a word: of more, as much is dropped. */
    private static final int LONGEST_WORD = 256;

    private static final String WORD_ENDS = " \t\r\n\"'<>,;&，。；：、（）";

    private Excerpt() {}

    /**
     * The begin of a text.
     *
     * @param maxLength in characters, at least one; a text that is longer also without its credentials is cut, and ends with {@code …}
     */
    public static String of(String text, int maxLength) {
        // What is not cut is left to the redaction, which knows the secrets whole.
        if (text.length() <= maxLength) {
            return text;
        }
        String looked = begin(text, maxLength);
        String shown = Credentials.masked(looked);
        if (shown.length() <= maxLength && looked.length() == text.length()) {
            return shown;
        }
        return (shown.length() <= maxLength ? shown : withoutLastWord(shown, maxLength)) + '…';
    }

    /** As much of a text as is looked through, and no part of a word at its end. */
    static String begin(String text, int maxLength) {
        long most = (long) maxLength * MARGIN;
        return text.length() <= most ? text : withoutLastWord(text, (int) most);
    }

    private static String withoutLastWord(String text, int length) {
        int least = Math.max(0, length - LONGEST_WORD);
        int end = length;
        while (end > least && WORD_ENDS.indexOf(text.charAt(end - 1)) < 0) {
            end--;
        }
        // A text of which nothing would be left is one long word; what it may be known by then is at its begin.
        if (end == 0) {
            end = length;
        }
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }
}
