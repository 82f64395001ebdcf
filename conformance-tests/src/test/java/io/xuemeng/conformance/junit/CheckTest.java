package io.xuemeng.conformance.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.conformance.result.Exchange;
import io.xuemeng.conformance.result.Verdict;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.core.requirement.Level;
import org.junit.jupiter.api.Test;

/** What a test's expectations come to. */
class CheckTest {

    private final Check check = new Check();

    private static Exchange exchange(String text) {
        return new Exchange(Bilingual.same(text), Bilingual.same("expected"), Bilingual.same("received"), null);
    }

    private static NoAnswerException silence(String why) {
        return new NoAnswerException(Bilingual.same(why));
    }

    private static Exchange neverShown() {
        throw new AssertionError("what is as expected is not shown");
    }

    @Test
    void whatIsAsExpectedPassesAndIsNotShown() {
        check.must(true, CheckTest::neverShown);
        check.should(true, CheckTest::neverShown);

        assertThat(check.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(check.checks()).isEqualTo(2);
        assertThat(check.exchanges()).isEmpty();
        assertThat(check.cannotTell()).isNull();
    }

    @Test
    void aBrokenMustFailsAndIsShown() {
        check.must(false, () -> exchange("must"));

        assertThat(check.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(check.checks()).isEqualTo(1);
        assertThat(check.exchanges()).containsExactly(exchange("must"));
    }

    @Test
    void aBrokenShouldWarnsAndIsShown() {
        check.should(false, () -> exchange("should"));

        assertThat(check.verdict()).isEqualTo(Verdict.WARNED);
        assertThat(check.exchanges()).containsExactly(exchange("should"));
    }

    @Test
    void anExpectationIsAsStrongAsItsRequirement() {
        for (Level level : Level.values()) {
            Check other = new Check();
            other.expect(level, true, CheckTest::neverShown);
            assertThat(other.verdict()).isEqualTo(Verdict.PASSED);
            other.expect(level, false, () -> exchange("as strong"));
            assertThat(other.verdict())
                    .as(level.name())
                    .isEqualTo(level == Level.MUST ? Verdict.FAILED : Verdict.WARNED);
            assertThat(other.exchanges()).containsExactly(exchange("as strong"));
        }
    }

    @Test
    void aQuestionWithoutAnswerCannotBeToldAndTheFirstReasonStays() {
        check.noAnswer(silence("first"));
        check.noAnswer(silence("second"));

        assertThat(check.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(check.checks()).isEqualTo(2);
        assertThat(check.cannotTell()).isEqualTo(Bilingual.same("first"));
    }

    @Test
    void aFailureCountsWhateverElseCouldNotBeTold() {
        check.noAnswer(silence("why"));
        check.must(false, () -> exchange("must"));
        check.should(false, () -> exchange("should"));

        assertThat(check.verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void whatCouldNotBeToldIsWorseThanAWarning() {
        check.should(false, () -> exchange("should"));
        check.noAnswer(silence("why"));

        assertThat(check.verdict()).isEqualTo(Verdict.CANNOT_TELL);
    }

    @Test
    void noMoreThanTenAreShownAndAllAreCounted() {
        for (int i = 0; i < Check.MAX_EXCHANGES + 5; i++) {
            String text = String.valueOf(i);
            check.must(false, () -> exchange(text));
        }

        assertThat(check.checks()).isEqualTo(Check.MAX_EXCHANGES + 5);
        assertThat(check.exchanges()).hasSize(Check.MAX_EXCHANGES).first().isEqualTo(exchange("0"));
    }

    @Test
    void aTestThatChecksNothingHasNoChecks() {
        assertThat(check.checks()).isZero();
    }
}
