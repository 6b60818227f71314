// Every word of the card around who left and who may be won back.
import columnBadTerms from '@salesforce/label/c.Exit_Column_Bad_Terms';
import columnCount from '@salesforce/label/c.Exit_Column_Count';
import columnProvider from '@salesforce/label/c.Exit_Column_Provider';
import columnReason from '@salesforce/label/c.Exit_Column_Reason';
import columnShare from '@salesforce/label/c.Exit_Column_Share';
import headingAll from '@salesforce/label/c.Exit_Heading_All';
import headingBlocked from '@salesforce/label/c.Exit_Heading_Blocked';
import headingDue from '@salesforce/label/c.Exit_Heading_Due';
import headingLater from '@salesforce/label/c.Exit_Heading_Later';
import headingSoon from '@salesforce/label/c.Exit_Heading_Soon';
import headingUnderWay from '@salesforce/label/c.Exit_Heading_Under_Way';
import neverText from '@salesforce/label/c.Exit_Never_Text';
import neverTitle from '@salesforce/label/c.Exit_Never_Title';
import noneYear from '@salesforce/label/c.Exit_None_Year';
import partialText from '@salesforce/label/c.Exit_Partial_Text';
import register from '@salesforce/label/c.Exit_Register';
import subtitle from '@salesforce/label/c.Exit_Subtitle';
import summary from '@salesforce/label/c.Exit_Summary';
import tileAll from '@salesforce/label/c.Exit_Tile_All';
import tileBlocked from '@salesforce/label/c.Exit_Tile_Blocked';
import tileDue from '@salesforce/label/c.Exit_Tile_Due';
import tileLater from '@salesforce/label/c.Exit_Tile_Later';
import tileSoonOne from '@salesforce/label/c.Exit_Tile_Soon_One';
import tileSoonOther from '@salesforce/label/c.Exit_Tile_Soon_Other';
import tileUnderWay from '@salesforce/label/c.Exit_Tile_Under_Way';
import title from '@salesforce/label/c.Exit_Title';
import unknownProvider from '@salesforce/label/c.Exit_Unknown_Provider';
import views from '@salesforce/label/c.Exit_Views';
import whereHeading from '@salesforce/label/c.Exit_Where_Heading';
import whyHeading from '@salesforce/label/c.Exit_Why_Heading';

export const LABELS = {
  columnBadTerms,
  columnCount,
  columnProvider,
  columnReason,
  columnShare,
  headingAll,
  headingBlocked,
  headingDue,
  headingLater,
  headingSoon,
  headingUnderWay,
  neverText,
  neverTitle,
  noneYear,
  partialText,
  register,
  subtitle,
  summary,
  tileAll,
  tileBlocked,
  tileDue,
  tileLater,
  tileSoonOne,
  tileSoonOther,
  tileUnderWay,
  title,
  unknownProvider,
  views,
  whereHeading,
  whyHeading,
} as const;
