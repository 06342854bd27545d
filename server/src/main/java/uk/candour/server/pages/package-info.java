/// What a page is made of: the shell around it, its headers, its errors.
@NullMarked
package uk.candour.server.pages;

import org.jspecify.annotations.NullMarked;
