package io.xuemeng.identity.claims;

import io.xuemeng.core.code.PersonalData;
import io.xuemeng.core.requirement.Argument;

/** What kinds of personal data are called. */
final class PersonalDataKind {

    private PersonalDataKind() {}

    static Argument of(PersonalData.Kind kind) {
        return switch (kind) {
            case CITIZEN_ID -> new Argument.Term("a citizen's identity number", "公民身份号码");
            case STUDENT_NUMBER -> new Argument.Term("a pupil's enrolment number", "学籍号");
            case MOBILE_NUMBER -> new Argument.Term("a mobile number", "手机号码");
            case EMAIL_ADDRESS -> new Argument.Term("an e-mail address", "电子邮件地址");
        };
    }
}
