package org.fitmesh.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fitmesh.code.sample.Broken;
import org.fitmesh.code.sample.Failing;
import org.fitmesh.code.sample.Library;
import org.fitmesh.code.sample.Members;
import org.fitmesh.code.sample.Scalars;
import org.fitmesh.code.sample.Unsupported;
import org.junit.jupiter.api.Test;

class CodeModelTest {
    @Test
    void theModelIsTheGoldenOne() throws IOException {
        CodeModel model =
                Sample.of(Scalars.class, Library.class, Members.class, Unsupported.class).model();

        String text = ModelText.of(model);

        Files.writeString(Path.of("target", "code-model.graphql"), text);
        try (InputStream golden = getClass().getResourceAsStream("model.graphql")) {
            assertThat(text).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void aClassThatIsRefusedTakesNoOtherWithIt() {
        CodeModel model = Sample.of(Broken.class, Library.class).model();

        assertThat(model.queries()).containsKey("hello");
        assertThat(model.inconsistencies())
                .singleElement()
                .satisfies(
                        i -> {
                            assertThat(i.type()).isEqualTo("code");
                            assertThat(i.name()).isEqualTo(Broken.class.getName());
                            assertThat(i.reason()).contains("void");
                        });
    }

    @Test
    void withoutEndpointsThereIsNothing() {
        assertThat(Sample.of().model()).isEqualTo(CodeModel.NONE);
    }

    @Test
    void onlyFailingEndpointsOfferNothing() {
        CodeModel model = Sample.of(Broken.class).model();

        assertThat(model.queries()).isEmpty();
        assertThat(model.inconsistencies()).hasSize(1);
    }

    @Test
    void accessIsThatOfTheMethodElseOfTheClass() {
        CodeModel model = Sample.of(Library.class, Failing.class).model();

        assertThat(model.queries().get("hello").access()).isEqualTo(CodeAccess.EVERYBODY);
        assertThat(model.queries().get("authors").access().allows("editor")).isTrue();
        assertThat(model.queries().get("authors").access().allows("user")).isFalse();
        assertThat(model.queries().get("shape").access()).isEqualTo(CodeAccess.ADMIN);
        assertThat(model.queries().get("hidden").access()).isEqualTo(CodeAccess.ADMIN);
    }
}
