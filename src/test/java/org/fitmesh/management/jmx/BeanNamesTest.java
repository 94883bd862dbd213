package org.fitmesh.management.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BeanNamesTest {
    private final BeanNames root = new BeanNames("");

    @Test
    void theRootContextIsNoPartOfTheName() {
        assertThat(root.of("Snapshot")).hasToString("org.fitmesh:type=Snapshot");
        assertThat(root.of("RemoteSchema", "hygraph"))
                .hasToString("org.fitmesh:type=RemoteSchema,name=hygraph");
    }

    @Test
    void anotherContextIs() {
        assertThat(new BeanNames("/fit").of("Events"))
                .hasToString("org.fitmesh:context=/fit,type=Events");
    }

    @Test
    void aNameThatWouldBreakTheBeansNameIsQuoted() {
        assertThat(root.of("RemoteSchema", "a,b=c*").getKeyProperty("name"))
                .isEqualTo("\"a,b=c\\*\"");
    }

    @Test
    void addressesAreShownWithoutSecrets() {
        assertThat(ShownUrl.of("https://user:pw@host:1/path?key=secret#x"))
                .isEqualTo("https://host:1/path");
        assertThat(ShownUrl.of("{{BASE}}/hook?token={{TOKEN}}")).isEqualTo("{{BASE}}/hook");
        assertThat(ShownUrl.of("HYGRAPH_ENDPOINT")).isEqualTo("HYGRAPH_ENDPOINT");
        assertThat(ShownUrl.of("cdi:popularity")).isEqualTo("cdi:popularity");
    }
}
